package dev.imagesunset.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.ConnectException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The executable jar, stopped as an operator stops it. */
class ShutdownIT {
    private static final Map<String, String> PATIENCE = Map.of(
            "spring.datasource.hikari.data-source-properties.options", "-c statement_timeout=15s",
            "spring.datasource.hikari.data-source-properties.socketTimeout", "20");

    @Test
    void aDeleteInFlightFinishesWhileNewOnesAreRefused() throws Exception {
        try (EmbeddedPostgres postgres = PostgreSQL.durable().start();
                PackagedServer server = PackagedServer.on(postgres.getPort(), PATIENCE);
                RowLock lock = new RowLock(postgres)) {
            CompletableFuture<Integer> inFlight = CompletableFuture.supplyAsync(() -> delete(server, lock.image));
            await().until(lock::isWaitedFor);
            Process process = server.terminate();
            await().untilAsserted(() -> assertThatThrownBy(() -> new Connection(server.port()).close())
                    .isInstanceOf(ConnectException.class));
            assertThat(inFlight).isNotDone();
            lock.release();
            assertThat(inFlight.get(10, TimeUnit.SECONDS)).isEqualTo(204);
            assertThat(process.waitFor(Duration.ofSeconds(20).toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
            assertThat(lock.catalogue.row(lock.image)).containsEntry("status", "deleted");
        }
    }

    private static int delete(PackagedServer server, UUID image) {
        try (Connection connection = new Connection(server.port())) {
            return connection.delete(image, PackagedServer.TOKEN);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** An image that somebody else is about to change. */
    private static final class RowLock implements AutoCloseable {
        final Catalogue catalogue;
        final UUID image;
        private final JdbcClient database;
        private final java.sql.Connection holder;

        RowLock(EmbeddedPostgres postgres) throws Exception {
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
