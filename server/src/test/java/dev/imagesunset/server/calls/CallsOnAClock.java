package dev.imagesunset.server.calls;

import dev.imagesunset.server.Catalogue;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.MovableClock;
import dev.imagesunset.server.ServerTest;
import dev.imagesunset.server.request.OpenExchanges;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** A server on a clock that the test moves, which starts on a day without calls, and what it then says of them. */
@ServerTest
@Import(MovableClock.class)
@TestPropertySource(
        properties = {
            "image-sunset.usage.flush-interval=1h",
            "image-sunset.v1-1.brownouts[0].start=2026-12-01T10:00:00Z",
            "image-sunset.v1-1.brownouts[0].duration=1h",
            "image-sunset.v1-1.brownouts[0].projects=demo",
            "image-sunset.access.tokens.odd-project.user=mia",
            "image-sunset.access.tokens.odd-project.project=a\u0000b",
            "image-sunset.access.tokens.odd-project.roles=member"
        })
abstract class CallsOnAClock {
    static final String CALLERS = "/operator/callers";

    @Autowired
    Catalogue catalogue;

    @Autowired
    ImageService service;

    @Autowired
    MovableClock clock;

    @Autowired
    Tallies tallies;

    @Autowired
    OpenExchanges open;

    @Autowired
    CallingProjects projects;

    @Autowired
    CallRows rows;

    @Autowired
    CallStore store;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void startOnADayWithoutCalls() {
        clock.moveTo("2027-01-01T00:00:00Z");
        countAll();
        catalogue.execute("DELETE FROM api_calls");
        catalogue.execute("DELETE FROM calling_projects");
        clock.moveTo("2026-11-02T08:30:00Z");
    }

    void call(String token, String agent, Object imageId) {
        service.deleteWith(imageId, Map.of("X-Auth-Token", token, "User-Agent", agent));
        // Before the clock moves.
        open.awaitNone(Duration.ofSeconds(5));
    }

    void countAll() {
        open.awaitNone(Duration.ofSeconds(5));
        store.store();
    }

    long rowsOf(Span span) {
        return database.sql("SELECT count(*) FROM api_calls WHERE span = ?")
                .param(span.word())
                .query(Long.class)
                .single();
    }

    JsonNode caller(String project) {
        countAll();
        return list("").valueStream()
                .filter(caller -> project(caller).equals(project))
                .findFirst()
                .orElseThrow();
    }

    JsonNode list(String query) {
        return service.call("GET", CALLERS + query, "demo-admin").json().get("callers");
    }

    String days() {
        countAll();
        return sunset().get("days").toString();
    }

    JsonNode sunset() {
        return service.call("GET", "/operator/sunset", "demo-admin").json();
    }

    static String project(JsonNode caller) {
        return caller.get("project").asString();
    }
}
