package dev.imagesunset.server;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The executable jar as an operator runs it, with traces and JSON for log lines, and stops it while it is at work. */
class OperatedIT {
    private final WireMockServer collector = collector();
    private final EmbeddedPostgres postgres = PostgreSQL.durable().start();
    private final PackagedServer server = PackagedServer.inOneJarOn(
            postgres.getPort(),
            Map.of(
                    "spring.profiles.active", "tracing",
                    "management.tracing.sampling.probability", "1.0",
                    "management.opentelemetry.tracing.export.otlp.endpoint", collector.baseUrl() + "/v1/traces",
                    "logging.structured.format.console", "logstash",
                    // A delete may wait for as long as the test takes.
                    "spring.datasource.hikari.data-source-properties.options", "-c statement_timeout=15s",
                    "spring.datasource.hikari.data-source-properties.socketTimeout", "20"));

    OperatedIT() throws IOException {}

    @AfterEach
    void stop() throws Exception {
        server.close();
        postgres.close();
        collector.stop();
    }

    @Test
    void aDeleteInFlightAtTheStopIsDoneLoggedAndTracedWhileNewOnesAreRefused() throws Exception {
        UUID image;
        try (RowLock lock = new RowLock(postgres)) {
            image = lock.image;
            CompletableFuture<Integer> inFlight = CompletableFuture.supplyAsync(() -> delete(image));
            await().until(lock::isWaitedFor);
            Process process = server.terminate();
            await().untilAsserted(() -> assertThatThrownBy(() -> new Connection(server.port()).close())
                    .isInstanceOf(ConnectException.class));
            assertThat(inFlight).isNotDone();
            lock.release();
            assertThat(inFlight.get(10, TimeUnit.SECONDS)).isEqualTo(204);
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(lock.catalogue.row(image)).containsEntry("status", "deleted");
        }
        assertThatTheAccessLineIsJson(image);
        assertThat(server.log()).doesNotContain(PackagedServer.TOKEN);
        assertThat(tracesSent())
                .anyMatch(trace -> trace.contains("http delete /v1.1/images/{image_id}"))
                .noneMatch(trace -> trace.contains(PackagedServer.TOKEN));
    }

    private void assertThatTheAccessLineIsJson(UUID image) throws IOException {
        List<JsonNode> lines =
                server.log().lines().map(JsonMapper.shared()::readTree).toList();
        assertThat(lines)
                .filteredOn(line -> line.path("logger_name").asString().equals("access"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.path("request_id").asString()).startsWith("req-");
                    assertThat(line.path("method").asString()).isEqualTo("DELETE");
                    assertThat(line.path("path").asString()).isEqualTo("/v1.1/images/" + image);
                    assertThat(line.path("status").asInt()).isEqualTo(204);
                    assertThat(line.path("outcome").asString()).isEqualTo("ok");
                    assertThat(line.path("project").asString()).isEqualTo("demo");
                    assertThat(line.path("duration_ms").isNumber()).isTrue();
                });
    }

    private List<String> tracesSent() {
        return collector.findAll(postRequestedFor(urlEqualTo("/v1/traces"))).stream()
                .map(request -> new String(request.getBody(), ISO_8859_1))
                .toList();
    }

    private int delete(UUID image) {
        try (Connection connection = new Connection(server.port())) {
            return connection.delete(image, PackagedServer.TOKEN);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static WireMockServer collector() {
        WireMockServer server =
                new WireMockServer(WireMockConfiguration.options().dynamicPort());
        server.start();
        server.stubFor(any(anyUrl()).willReturn(ok()));
        return server;
    }

    /** An image that somebody else is about to change. */
    private static final class RowLock implements AutoCloseable {
        final Catalogue catalogue;
        final UUID image;
        private final JdbcClient database;
        private final java.sql.Connection holder;

        RowLock(EmbeddedPostgres postgres) throws SQLException {
            database = JdbcClient.create(postgres.getPostgresDatabase());
            catalogue = new Catalogue(database);
            image = catalogue.imageOf("demo", "private");
            holder = postgres.getPostgresDatabase().getConnection();
            holder.setAutoCommit(false);
            JdbcClient.create(new SingleConnectionDataSource(holder, true))
                    .sql("SELECT id FROM images WHERE id = ? FOR UPDATE")
                    .param(image)
                    .query(UUID.class)
                    .single();
        }

        boolean isWaitedFor() {
            return database.sql("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
                            .query(Long.class)
                            .single()
                    > 0;
        }

        void release() throws SQLException {
            holder.commit();
        }

        @Override
        public void close() throws SQLException {
            holder.close();
        }
    }
}
