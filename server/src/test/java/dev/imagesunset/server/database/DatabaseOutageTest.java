package dev.imagesunset.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.imagesunset.server.Answer;
import dev.imagesunset.server.Catalogue;
import dev.imagesunset.server.Gate;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.PostgreSQL;
import dev.imagesunset.server.RawHttp;
import dev.imagesunset.server.ServerTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@ServerTest
@ExtendWith(OutputCaptureExtension.class)
class DatabaseOutageTest {
    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final Gate GATE = PostgreSQL.gate();

    @Autowired
    Catalogue catalogue;

    @Autowired
    ImageService service;

    @DynamicPropertySource
    static void useTheGate(DynamicPropertyRegistry properties) {
        PostgreSQL.useThrough(GATE, properties);
        // Next to nothing but deletes takes a round trip.
        properties.add("image-sunset.usage.flush-interval", () -> "1h");
    }

    @AfterEach
    void endTheOutage() {
        GATE.open();
        worksAgain();
    }

    @Test
    void aDeleteOnTheGoodPathIsOneRoundTrip(@Autowired HikariDataSource pool) throws Exception {
        service.delete(catalogue.imageOf("demo", "private"), "demo-member");
        List<Integer> roundTrips = new ArrayList<>();
        for (int delete = 0; delete < 5; delete++) {
            UUID id = catalogue.imageOf("demo", "private");
            useAll(pool);
            int before = GATE.roundTrips();
            assertThat(service.delete(id, "demo-member").status()).isEqualTo(204);
            roundTrips.add(GATE.roundTrips() - before);
        }
        // Every two seconds, decisions are looked for: at most one of the deletes has seen that.
        assertThat(roundTrips).filteredOn(trips -> trips != 1).hasSizeLessThan(2);
    }

    /** The pool asks a connection that was idle for half a second whether it is alive. */
    private static void useAll(HikariDataSource pool) throws SQLException {
        List<Connection> all = new ArrayList<>();
        try {
            for (int i = 0; i < pool.getMaximumPoolSize(); i++) {
                all.add(pool.getConnection());
            }
        } finally {
            for (Connection connection : all) {
                connection.close();
            }
        }
    }

    @Test
    void aDatabaseThatIsDownMakesTheServiceUnavailable() {
        UUID id = catalogue.imageOf("demo", "private");
        GATE.shut();
        isUnavailable(id);
    }

    @Test
    void aDatabaseThatHangsMakesTheServiceUnavailable() {
        UUID id = catalogue.imageOf("demo", "private");
        GATE.hang();
        isUnavailable(id);
    }

    @Test
    void anOutageIsLoggedWithoutStackTraces(@Value("${local.management.port}") int operators, CapturedOutput log) {
        UUID id = catalogue.imageOf("demo", "private");
        GATE.shut();
        // The last second may have had a warning already.
        await().untilAsserted(() -> {
            isUnavailable(id);
            assertThat(log.getAll()).contains("The catalogue does not answer");
        });
        service.call("POST", "/v2/images", "demo-member", "{}").isRefusal(503, "catalogue-unavailable");
        assertThat(RawHttp.send(operators, "GET /actuator/prometheus HTTP/1.1").status())
                .isEqualTo(200);
        assertThat(log.getAll()).doesNotContain("\tat ");
    }

    @Test
    void manyCallersOfADatabaseThatHangsAreAllToldInTimeAndNotToComeBackTogether() throws Exception {
        UUID id = catalogue.imageOf("demo", "private");
        GATE.hang();
        ExecutorService callers = Executors.newFixedThreadPool(64);
        try {
            Callable<Answer> call = () -> isUnavailable(id);
            Set<String> times = new HashSet<>();
            for (Future<Answer> answer :
                    callers.invokeAll(Stream.generate(() -> call).limit(64).toList())) {
                times.add(answer.get().header("Retry-After"));
            }
            assertThat(times).hasSizeGreaterThan(1);
        } finally {
            callers.shutdown();
        }
    }

    @Test
    void anImageThatSomebodyElseHasLockedMakesTheServiceUnavailable(@Autowired DataSource database) throws Exception {
        UUID id = catalogue.imageOf("demo", "private");
        try (Connection lock = database.getConnection()) {
            lock.setAutoCommit(false);
            lock.createStatement().execute("SELECT id FROM images WHERE id = '" + id + "' FOR UPDATE");
            isUnavailable(id);
            lock.rollback();
        }
        assertThat(service.delete(id, "demo-member").status()).isEqualTo(204);
    }

    private Answer isUnavailable(UUID id) {
        Instant start = Instant.now();
        Answer answer = service.delete(id, "demo-member").isRefusal(503, "catalogue-unavailable");
        assertThat(answer.header("Retry-After")).matches("[2-5]");
        assertThat(Duration.between(start, Instant.now())).isLessThan(LIMIT);
        return answer;
    }

    private void worksAgain() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> service.delete(UUID.randomUUID(), "demo-member").status() == 404);
    }
}
