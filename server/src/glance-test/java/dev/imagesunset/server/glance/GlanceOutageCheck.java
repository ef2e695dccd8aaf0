package dev.imagesunset.server.glance;

import static dev.imagesunset.server.glance.RealGlance.imageOf;
import static dev.imagesunset.server.glance.RealGlance.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.imagesunset.server.Answer;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.ProductionTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** Outages of all that is behind the server; how long callers waited is written down in {@code target/glance-outages.md}. */
@ProductionTest
@TestPropertySource(properties = "image-sunset.identity.token-cache-time=600s")
class GlanceOutageCheck {
    private static final Duration IN_TIME = Duration.ofSeconds(3);
    private static final List<String> TIMES = new ArrayList<>();

    private final UUID id = imageOf("member-a");

    @Autowired
    ImageService service;

    @DynamicPropertySource
    static void standInFront(DynamicPropertyRegistry properties) {
        RealGlance.isBehind(properties, RealGlance.GLANCE);
    }

    @AfterAll
    static void writeDown() throws IOException {
        Files.write(Path.of("target", "glance-outages.md"), TIMES);
    }

    /** Whatever the test did to it, all is well afterwards, and deletes go on. */
    @AfterEach
    void allGoesOn() {
        for (String name : List.of("keystone-db", "glance-db", "keystone", "glance")) {
            RealGlance.control("start", name);
            RealGlance.control("thaw", name);
        }
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> {
            UUID next = imageOf("member-a");
            return service.delete(next, token("member-a")).status() == 204;
        });
    }

    @Test
    void glanceIsDown() {
        RealGlance.control("stop", "glance");
        Answer answer = told("Glance down", token("member-a")).isRefusal(503, "image-service-unavailable");
        assertThat(answer.problem().get("detail").asString()).contains("was not asked to delete");
    }

    @Test
    void glanceHangs() {
        service.delete(UUID.randomUUID(), token("member-a"));
        RealGlance.control("freeze", "glance");
        told("Glance frozen", token("member-a")).isRefusal(503, "image-service-unavailable");
    }

    @Test
    void glancesDatabaseIsDown() {
        RealGlance.control("stop", "glance-db");
        Answer answer = told("Glance's database down", token("member-a")).isRefusal(500, "image-service-failed");
        assertThat(answer.problem().get("detail").asString()).contains(answer.header("X-Openstack-Request-Id"));
    }

    @Test
    void glancesDatabaseHangs() {
        RealGlance.control("freeze", "glance-db");
        told("Glance's database frozen", token("member-a")).isRefusal(503, "image-service-unavailable");
    }

    @Test
    void keystoneIsDown() {
        String unknown = RealGlance.newToken("member-a");
        RealGlance.control("stop", "keystone");
        told("Keystone down, new token", unknown).isRefusal(503, "identity-unavailable");
    }

    @Test
    void keystoneHangs() {
        String unknown = RealGlance.newToken("member-a");
        RealGlance.control("freeze", "keystone");
        told("Keystone frozen, new token", unknown).isRefusal(503, "identity-unavailable");
    }

    @Test
    void keystonesDatabaseIsDown() {
        String unknown = RealGlance.newToken("member-a");
        RealGlance.control("stop", "keystone-db");
        told("Keystone's database down, new token", unknown).isRefusal(503, "identity-unavailable");
    }

    private Answer told(String outage, String token) {
        Instant start = Instant.now();
        Answer answer = service.delete(id, token);
        Duration time = Duration.between(start, Instant.now());
        TIMES.add("| %s | %d `%s` | %d ms |"
                .formatted(outage, answer.status(), answer.problem().get("code").asString(), time.toMillis()));
        assertThat(time).isLessThan(IN_TIME);
        return answer;
    }
}
