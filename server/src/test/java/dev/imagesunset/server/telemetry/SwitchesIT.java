package dev.imagesunset.server.telemetry;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.imagesunset.server.Connection;
import dev.imagesunset.server.PackagedServer;
import dev.imagesunset.server.PostgreSQL;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an operator switches on: JSON for log lines, and traces. */
class SwitchesIT {
    private final UUID image = UUID.randomUUID();
    private final WireMockServer collector =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    @BeforeEach
    void start() {
        collector.start();
        collector.stubFor(any(anyUrl()).willReturn(ok()));
    }

    @AfterEach
    void stop() {
        collector.stop();
    }

    @Test
    void whenTheyAreOnTracesGoToTheCollectorAndLogLinesAreJson() throws Exception {
        String log = logOfADelete(Map.of(
                "spring.profiles.active", "tracing",
                "management.tracing.sampling.probability", "1.0",
                "logging.structured.format.console", "logstash"));
        assertThat(tracesSent())
                .isNotEmpty()
                .anyMatch(trace -> trace.contains("http delete /v1.1/images/{image_id}"))
                .noneMatch(trace -> trace.contains(PackagedServer.TOKEN));
        assertThatTheAccessLineIsJson(log);
        assertThat(log).doesNotContain(PackagedServer.TOKEN);
    }

    private void assertThatTheAccessLineIsJson(String log) {
        List<JsonNode> lines = log.lines().map(JsonMapper.shared()::readTree).toList();
        assertThat(lines)
                .filteredOn(line -> line.path("logger_name").asString().equals("access"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.path("request_id").asString()).startsWith("req-");
                    assertThat(line.path("method").asString()).isEqualTo("DELETE");
                    assertThat(line.path("path").asString()).isEqualTo("/v1.1/images/" + image);
                    assertThat(line.path("status").asInt()).isEqualTo(404);
                    assertThat(line.path("outcome").asString()).isEqualTo("image-not-found");
                    assertThat(line.path("project").asString()).isEqualTo("demo");
                    assertThat(line.path("duration_ms").isNumber()).isTrue();
                });
    }

    private String logOfADelete(Map<String, String> switches) throws Exception {
        Map<String, String> settings = new HashMap<>(switches);
        settings.put("management.opentelemetry.tracing.export.otlp.endpoint", collector.baseUrl() + "/v1/traces");
        PackagedServer server = PackagedServer.on(PostgreSQL.port(), settings);
        try (server;
                Connection connection = new Connection(server.port())) {
            assertThat(connection.delete(image, PackagedServer.TOKEN)).isEqualTo(404);
        }
        return server.log();
    }

    private List<String> tracesSent() {
        return collector.findAll(postRequestedFor(urlEqualTo("/v1/traces"))).stream()
                .map(request -> new String(request.getBody(), ISO_8859_1))
                .toList();
    }
}
