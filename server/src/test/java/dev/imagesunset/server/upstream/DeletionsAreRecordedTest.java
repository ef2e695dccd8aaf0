package dev.imagesunset.server.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.imagesunset.server.Answer;
import dev.imagesunset.server.Catalogue;
import dev.imagesunset.server.Gate;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.PostgreSQL;
import dev.imagesunset.server.ProductionTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What is deleted is recorded, or the log says that it is not; and nothing is recorded that is not deleted. */
@ProductionTest
@ExtendWith(OutputCaptureExtension.class)
class DeletionsAreRecordedTest {
    private static final Gate GATE = PostgreSQL.gate();
    private static final GlanceStandIn GLANCE = new GlanceStandIn();

    @Autowired
    Catalogue catalogue;

    @Autowired
    ImageService service;

    @Autowired
    JdbcClient database;

    @DynamicPropertySource
    static void standInFront(DynamicPropertyRegistry properties) {
        PostgreSQL.useThrough(GATE, properties);
        InFront.patientlyOf(properties, GLANCE.url());
    }

    @BeforeEach
    void isWell() {
        GLANCE.isWell();
        InFront.isAsked(service);
        GLANCE.isWell();
    }

    @AfterAll
    static void close() {
        // The gate stays open: a server without its database fills the logs that other tests read.
        GATE.open();
        GLANCE.close();
    }

    @Test
    void whatCannotBeRecordedIsSaidToBeDeletedByTheLog(CapturedOutput log) {
        catalogue.execute("ALTER TABLE upstream_deletions RENAME COLUMN name TO name_once");
        UUID id = GLANCE.hasImage();
        Answer answer = service.delete(id, InFront.TOKEN).isRefusal(503, "catalogue-unavailable");
        catalogue.execute("ALTER TABLE upstream_deletions RENAME COLUMN name_once TO name");
        assertThat(answer.problem().get("detail").asString()).startsWith("The image is deleted, but");
        assertThat(log.getAll().lines().filter(line -> line.contains(answer.header("X-Openstack-Request-Id"))))
                .anyMatch(line -> line.contains(
                        "image=" + id + " deleted by the image service, and not recorded, project=demo user=mia"));
        service.call("GET", "/operator/tombstones/" + id, InFront.ADMIN).isRefusal(404, "tombstone-not-found");
        GLANCE.isWell();
        service.delete(id, InFront.TOKEN).isRefusal(404, "image-not-found");
    }

    @Test
    void withoutADatabaseNothingIsDeleted() {
        UUID id = GLANCE.hasImage();
        GATE.shut();
        service.delete(id, InFront.TOKEN).isRefusal(503, "catalogue-unavailable");
        assertThat(GLANCE.requests()).isZero();
        GATE.open();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> service.delete(id, InFront.TOKEN).status() == 204);
    }

    @Test
    void whileTheDatabaseIsReadOnlyNothingIsDeletedEither() {
        UUID id = GLANCE.hasImage();
        String name =
                database.sql("SELECT current_database()").query(String.class).single();
        set(name, "SET default_transaction_read_only = on");
        try {
            replaceConnections();
            await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(this::isReadOnly);
            service.delete(id, InFront.TOKEN).isRefusal(503, "catalogue-unavailable");
            assertThat(GLANCE.requests()).isZero();
        } finally {
            set(name, "RESET default_transaction_read_only");
        }
        // Each refusal ends a connection that is read-only.
        await().atMost(Duration.ofSeconds(20))
                .until(() -> service.delete(id, InFront.TOKEN).status() == 204);
        replaceConnections();
    }

    @Test
    void onceItsDiskWasFullNothingIsDeletedUntilItTakesWritesAgain() {
        assertThat(service.delete(GLANCE.hasImage(), InFront.TOKEN).status()).isEqualTo(204);
        catalogue.execute("""
                CREATE FUNCTION disk_is_full() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'; END $$
                """);
        fill("upstream_deletions");
        service.delete(GLANCE.hasImage(), InFront.TOKEN).isRefusal(503, "catalogue-unavailable");
        assertThat(GLANCE.deletes()).hasSize(2);
        UUID id = GLANCE.hasImage();
        service.delete(id, InFront.TOKEN).isRefusal(503, "catalogue-unavailable");
        assertThat(GLANCE.deletes()).hasSize(2);
        catalogue.execute("DROP FUNCTION disk_is_full CASCADE");
        assertThat(service.delete(id, InFront.TOKEN).status()).isEqualTo(204);
    }

    @Test
    void aDatabaseThatHangsWhileGlanceDeletesIsTold() throws Exception {
        UUID id = GLANCE.has(GlanceStandIn.PRIVATE, GlanceStandIn.deleted().withFixedDelay(3000));
        java.util.concurrent.CompletableFuture<Answer> answer =
                java.util.concurrent.CompletableFuture.supplyAsync(() -> service.delete(id, InFront.TOKEN));
        await().until(() -> GLANCE.deletes().size() == 1);
        GATE.hang();
        answer.get().isRefusal(503, "catalogue-unavailable");
        GATE.open();
    }

    @Test
    void noRecordIsEverRemoved() {
        UUID id = GLANCE.hasImage();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> service.delete(id, InFront.TOKEN).status() == 204);
        for (String removal : new String[] {
            "DELETE FROM upstream_deletions",
            "TRUNCATE upstream_deletions",
            "UPDATE upstream_deletions SET deleted_by = 'nobody'"
        }) {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> catalogue.execute(removal))
                    .as(removal)
                    .hasMessageContaining("never removed");
        }
    }

    private void fill(String table) {
        catalogue.execute("CREATE TRIGGER disk_is_full BEFORE INSERT OR UPDATE ON " + table
                + " FOR EACH STATEMENT EXECUTE FUNCTION disk_is_full()");
    }

    /** Changes a setting of the server's database, from outside it; connections that are open keep the old one. */
    private static void set(String database, String setting) {
        JdbcClient.create(new DriverManagerDataSource(PostgreSQL.url("postgres", PostgreSQL.port()), "postgres", ""))
                .sql("ALTER DATABASE " + database + " " + setting)
                .update();
    }

    private static void replaceConnections() {
        GATE.shut();
        GATE.open();
    }

    private boolean isReadOnly() {
        return database.sql("SELECT current_setting('transaction_read_only')::boolean")
                .query(Boolean.class)
                .single();
    }
}
