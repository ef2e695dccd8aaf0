package dev.imagesunset.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The executable jar on a durable PostgreSQL, and one after the other killed while images are being deleted. */
class CrashIT {
    private static final int CALLERS = 8;
    private static final int IMAGES = 3_000;
    private static final int ACKNOWLEDGED_BEFORE_A_CRASH = 500;

    private final PackagedServer server;
    private final Set<UUID> acknowledged = ConcurrentHashMap.newKeySet();
    private final KillablePostgres postgres;

    CrashIT(@TempDir Path folder) throws IOException {
        postgres = new KillablePostgres(folder.resolve("data"));
        server = PackagedServer.on(postgres.port(), Map.of());
    }

    @BeforeEach
    void fillTheCatalogue() {
        database().sql("""
                INSERT INTO images (id, status, visibility, owner, protected, min_disk, min_ram, created_at, updated_at)
                SELECT gen_random_uuid(), 'active', 'private', 'demo', FALSE, 1, 64, now, now
                FROM generate_series(1, ?), CURRENT_TIMESTAMP AS now
                """).param(IMAGES).update();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
        postgres.close();
    }

    @Test
    void whatWasAcknowledgedIsDeletedAlthoughTheDatabaseAndThenTheServerWereKilled() throws Exception {
        whileDeleting(postgres::kill);
        postgres.startAgain();
        assertThatEachImageIsWhollyDeletedOrNot(CALLERS);
        assertThatTheRestCanBeDeleted();

        whileDeleting(server::kill);
        assertThatEachImageIsWhollyDeletedOrNot(2 * CALLERS);
        server.startAgain();
        assertThatTheRestCanBeDeleted();
    }

    private void whileDeleting(Crash crash) throws Exception {
        List<UUID> images = active();
        ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
        List<Future<?>> callers = new ArrayList<>();
        AtomicInteger next = new AtomicInteger();
        int enough = acknowledged.size() + ACKNOWLEDGED_BEFORE_A_CRASH;
        for (int i = 0; i < CALLERS; i++) {
            callers.add(threads.submit(() -> deleteUntilTheCrash(images, next)));
        }
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(2))
                .until(() -> acknowledged.size() >= enough);
        crash.happen();
        for (Future<?> caller : callers) {
            caller.get(1, TimeUnit.MINUTES);
        }
        threads.shutdown();
        assertThat(next.get()).as("images left to delete at the crash").isLessThan(images.size());
    }

    private void deleteUntilTheCrash(List<UUID> images, AtomicInteger next) {
        try (Connection connection = new Connection(server.port())) {
            for (int i = next.getAndIncrement(); i < images.size(); i = next.getAndIncrement()) {
                if (connection.delete(images.get(i), PackagedServer.TOKEN) != 204) {
                    return;
                }
                acknowledged.add(images.get(i));
            }
        } catch (IOException e) {
            // The crash.
        }
    }

    /** @param unanswered how many callers may have lost the answer to a delete that was done */
    private void assertThatEachImageIsWhollyDeletedOrNot(int unanswered) {
        List<UUID> deleted = database().sql("""
                SELECT id FROM images
                WHERE status = 'deleted' AND status_before_delete = 'active' AND updated_at = deleted_at
                  AND deleted_by = 'mia' AND deleted_by_request LIKE 'req-%' AND deleted_through = 'v1.1'
                """).query(UUID.class).list();
        assertThat(deleted).containsAll(acknowledged);
        assertThat(deleted).hasSizeLessThanOrEqualTo(acknowledged.size() + unanswered);
        assertThat(active()).hasSize(IMAGES - deleted.size());
    }

    private void assertThatTheRestCanBeDeleted() {
        List<UUID> rest = active();
        await().atMost(Duration.ofSeconds(20)).until(() -> delete(rest.get(0)) == 204);
        assertThat(rest.stream().skip(1).limit(100).map(this::delete)).containsOnly(204);
        acknowledged.addAll(rest.subList(0, 101));
        assertThat(acknowledged.stream().limit(100).map(this::delete)).containsOnly(404);
    }

    private int delete(UUID image) {
        try (Connection connection = new Connection(server.port())) {
            return connection.delete(image, PackagedServer.TOKEN);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<UUID> active() {
        return database().sql("""
                SELECT id FROM images
                WHERE status = 'active' AND deleted_at IS NULL AND updated_at = created_at
                  AND status_before_delete IS NULL AND deleted_by IS NULL AND deleted_by_request IS NULL AND deleted_through IS NULL
                """).query(UUID.class).list();
    }

    private JdbcClient database() {
        return postgres.client();
    }

    private interface Crash {
        void happen() throws Exception;
    }
}
