package dev.imagesunset.server.access;

import static dev.imagesunset.server.access.KeystoneStandIn.IN_PROJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.MovableClock;
import dev.imagesunset.server.ProductionTest;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** After the end a caller is still known by its token, and 410 does not wait for that. */
@ProductionTest
@Import(MovableClock.class)
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(properties = "image-sunset.usage.flush-interval=1s")
class CallsAfterTheEndTest {
    private static final KeystoneStandIn KEYSTONE = new KeystoneStandIn();

    @Autowired
    ImageService service;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient database;

    private final String token = "gAAAAABh" + UUID.randomUUID();

    @DynamicPropertySource
    static void askKeystone(DynamicPropertyRegistry properties) {
        properties.add("image-sunset.identity.urls", KEYSTONE::url);
    }

    @BeforeEach
    void afterTheEnd() {
        KEYSTONE.isWell();
        clock.moveTo("2028-01-01T00:00:00Z");
    }

    @AfterAll
    static void close() {
        KEYSTONE.close();
    }

    @Test
    void aGoodTokenTellsWhoseCallItWas(CapturedOutput log) {
        KEYSTONE.issue(token, IN_PROJECT, "member");
        String request = delete();
        await().untilAsserted(() -> assertThat(calls("demo")).isEqualTo(1));
        // A server of an earlier test may still end a request of its own.
        assertThat(log.getAll().lines().filter(line -> line.contains(request)))
                .singleElement()
                .asString()
                .contains("operation-gone", "project=demo");
    }

    @Test
    void aBadTokenOrNoneIsNobodys() {
        long before = calls("-");
        delete();
        service.deleteWith(UUID.randomUUID(), Map.of()).isRefusal(410, "operation-gone");
        await().untilAsserted(() -> assertThat(calls("-")).isEqualTo(before + 2));
    }

    @Test
    void nobodyWaitsForAnIdentityServiceThatHangs() {
        long before = calls("-");
        KEYSTONE.hangs();
        for (int i = 0; i < 5; i++) {
            long start = System.nanoTime();
            delete();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
        }
        await().untilAsserted(() -> assertThat(calls("-")).isEqualTo(before + 5));
    }

    private String delete() {
        return service.delete(UUID.randomUUID(), token)
                .isRefusal(410, "operation-gone")
                .header("X-Openstack-Request-Id");
    }

    private long calls(String project) {
        return database.sql("SELECT COALESCE(SUM(calls), 0) FROM api_calls WHERE span = 'day' AND project = ?")
                .param(project)
                .query(Long.class)
                .single();
    }
}
