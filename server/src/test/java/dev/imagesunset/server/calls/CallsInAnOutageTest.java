package dev.imagesunset.server.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.imagesunset.server.Gate;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.PostgreSQL;
import dev.imagesunset.server.ServerTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@ServerTest
@ExtendWith(OutputCaptureExtension.class)
class CallsInAnOutageTest {
    private static final Gate GATE = PostgreSQL.gate();

    @Autowired
    ImageService service;

    @Autowired
    JdbcClient database;

    @DynamicPropertySource
    static void useTheGate(DynamicPropertyRegistry properties) {
        PostgreSQL.useThrough(GATE, properties);
        properties.add("image-sunset.usage.flush-interval", () -> "100ms");
    }

    @Test
    void noneIsLostAndTheLogSaysSoOnce(CapturedOutput log) {
        delete();
        await().until(() -> calls() == 1);
        GATE.hang();
        delete();
        await().until(() -> log.getAll().contains("Calls cannot be stored"));
        GATE.shut();
        delete();
        GATE.open();
        await().atMost(Duration.ofSeconds(20)).until(() -> log.getAll().contains("Calls are stored again"));
        await().untilAsserted(() -> assertThat(calls()).isEqualTo(3));
        assertThat(log.getAll()).containsOnlyOnce("Calls cannot be stored");
    }

    private void delete() {
        service.delete(UUID.randomUUID(), "demo-member");
    }

    private long calls() {
        return database.sql("SELECT COALESCE(SUM(calls), 0) FROM api_calls WHERE span = 'day'")
                .query(Long.class)
                .single();
    }
}
