package dev.imagesunset.server.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.imagesunset.server.Catalogue;
import dev.imagesunset.server.NotAboutTime;
import dev.imagesunset.server.ServerTest;
import dev.imagesunset.server.problem.Refusal;
import dev.imagesunset.server.request.Caller;
import dev.imagesunset.server.request.Role;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** Deletes that wait at the same moment are one statement, and for each caller as if it were alone. */
@ServerTest
@NotAboutTime
class GroupedDeletionsTest {
    private static final String DELETED = "deleted";
    private static final String LOCK_ALL = "LOCK TABLE images IN SHARE ROW EXCLUSIVE MODE";

    @Autowired
    Catalogue catalogue;

    @Autowired
    Deletions deletions;

    @Autowired
    DataSource pool;

    private Connection somebodyElse;

    @DynamicPropertySource
    static void countLater(DynamicPropertyRegistry properties) {
        properties.add("image-sunset.usage.flush-interval", () -> "1h");
    }

    @BeforeEach
    void connect() throws SQLException {
        somebodyElse = pool.getConnection();
        somebodyElse.setAutoCommit(false);
    }

    @AfterEach
    void leave() throws SQLException {
        somebodyElse.rollback();
        somebodyElse.close();
    }

    @Test
    void thirtyThatWaitAreTwoAndThenOneStatement() throws Exception {
        List<UUID> images = images(30);
        assertThat(deletedAtOnce(images)).containsOnly(DELETED);
        assertThat(images).allMatch(image -> catalogue.row(image).get("deleted_at") != null);
        // A row names the transaction that wrote it.
        assertThat(JdbcClient.create(pool)
                        .sql("SELECT count(DISTINCT xmin::text) FROM images WHERE id = ANY (:images)")
                        .param("images", images.toArray(UUID[]::new))
                        .query(Integer.class)
                        .single())
                .isBetween(2, 4);
    }

    @Test
    void ofThirtyRequestsForOneImageExactlyOneWins() throws Exception {
        UUID image = catalogue.imageOf("demo", "private");
        List<String> outcomes = deletedAtOnce(Collections.nCopies(30, image));
        assertThat(outcomes).containsOnlyOnce(DELETED);
        assertThat(outcomes.stream().filter("image-not-found"::equals)).hasSize(29);
    }

    @Test
    void eachIsRefusedForItsOwnReason() throws Exception {
        UUID unseen = catalogue.imageOf("other", "private");
        UUID seen = catalogue.imageOf("other", "public");
        UUID isProtected = catalogue.protectedImageOf("demo", "private");
        List<UUID> images = new ArrayList<>(images(6));
        images.addAll(List.of(unseen, seen, isProtected, UUID.randomUUID()));
        assertThat(deletedAtOnce(images))
                .containsExactly(
                        DELETED,
                        DELETED,
                        DELETED,
                        DELETED,
                        DELETED,
                        DELETED,
                        "image-not-found",
                        "delete-not-permitted",
                        "image-protected",
                        "image-not-found");
    }

    @Test
    void anImageThatSomebodyElseHoldsDelaysItsOwnCallerAlone() throws Exception {
        List<UUID> images = images(31);
        execute("SELECT id FROM images WHERE id = '" + images.get(30) + "' FOR UPDATE");
        List<Running> running =
                images.stream().map(image -> start(deletions, image)).toList();
        for (Running other : running.subList(0, 30)) {
            assertThat(other.outcome.get()).isEqualTo(DELETED);
        }
        assertThat(running.get(30).outcome).isNotDone();
        somebodyElse.rollback();
        assertThat(running.get(30).outcome.get()).isEqualTo(DELETED);
    }

    @Test
    void twoInstancesThatDeleteTheSameImagesInOppositeOrdersNeverWaitForEachOther() throws Exception {
        Deletions other = new Deletions(new JdbcTemplate(pool), JdbcClient.create(pool), JsonMapper.shared());
        List<UUID> images = images(32);
        List<UUID> reversed = new ArrayList<>(images);
        Collections.reverse(reversed);
        // Either group would have half of the images when it comes to this one.
        execute("SELECT id FROM images WHERE id = '" + images.get(16) + "' FOR UPDATE");
        Savepoint onlyTheOne = somebodyElse.setSavepoint();
        execute(LOCK_ALL);
        List<Running> running = new ArrayList<>();
        images.forEach(image -> running.add(start(deletions, image)));
        reversed.forEach(image -> running.add(start(other, image)));
        awaitInLine(running);
        somebodyElse.rollback(onlyTheOne);
        await().until(() ->
                running.stream().filter(caller -> caller.outcome.isDone()).count() == 62);
        assertThat(outcomes(running).stream().filter(DELETED::equals)).hasSize(32);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5})
    void anImageIsFoundByItsIdHoweverFewThereAre(int thousands) throws SQLException {
        for (int i = 0; i < thousands; i++) {
            execute("""
                    INSERT INTO images (id, name, status, visibility, owner, protected, min_disk, min_ram, created_at, updated_at)
                    SELECT gen_random_uuid(), 'image ' || n, 'active', 'private', 'demo', false, 1, 64, now(), now()
                    FROM generate_series(1, 1000) AS n
                    """);
        }
        execute("ANALYZE images");
        try (PreparedStatement statement =
                somebodyElse.prepareStatement("EXPLAIN (FORMAT JSON) " + Deletions.DELETE_FREE)) {
            statement.setString(1, "[]");
            ResultSet plan = statement.executeQuery();
            assertThat(plan.next()).isTrue();
            assertThat(plan.getString(1)).contains("Nested Loop").doesNotContain("Seq Scan", "Hash Join", "Merge Join");
        }
    }

    /** What becomes of all of them, if they come while the database lets nobody change an image. */
    private List<String> deletedAtOnce(List<UUID> images) throws Exception {
        execute(LOCK_ALL);
        List<Running> running =
                images.stream().map(image -> start(deletions, image)).toList();
        awaitInLine(running);
        return outcomes(running);
    }

    /** Waits until all but those wait who lead. */
    private static void awaitInLine(List<Running> running) {
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> running.stream().filter(Running::isInLine).count() >= running.size() - 4);
    }

    /** Lets go of what is locked, and waits for the end. */
    private List<String> outcomes(List<Running> running) throws Exception {
        somebodyElse.rollback();
        List<String> outcomes = new ArrayList<>();
        for (Running caller : running) {
            outcomes.add(caller.outcome.get());
        }
        return outcomes;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = somebodyElse.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<UUID> images(int number) {
        return Stream.generate(() -> catalogue.imageOf("demo", "private"))
                .limit(number)
                .toList();
    }

    private static Running start(Deletions deletions, UUID image) {
        Caller caller = new Caller("mia", "demo", Set.of(Role.MEMBER), null);
        Deletion deletion = new Deletion(image, caller, "req-" + UUID.randomUUID(), "v2");
        FutureTask<String> outcome = new FutureTask<>(() -> {
            try {
                deletions.delete(deletion);
                return DELETED;
            } catch (Refusal refusal) {
                return refusal.code().word();
            }
        });
        Thread thread = new Thread(outcome);
        thread.start();
        return new Running(thread, outcome);
    }

    private record Running(Thread thread, FutureTask<String> outcome) {
        boolean isInLine() {
            return thread.getState() == Thread.State.TIMED_WAITING;
        }
    }
}
