package dev.imagesunset.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.imagesunset.server.Answer;
import dev.imagesunset.server.Catalogue;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.PostgreSQL;
import dev.imagesunset.server.RawHttp;
import dev.imagesunset.server.ServerTest;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.TestPropertySource;

/** Readiness says what a caller who deletes would meet. */
@ServerTest
@TestPropertySource(properties = "image-sunset.usage.flush-interval=1h")
class CatalogueThatTakesNoWritesTest {
    @Autowired
    Catalogue catalogue;

    @Autowired
    ImageService service;

    @Autowired
    JdbcClient database;

    @Autowired
    HikariDataSource pool;

    @Value("${local.management.port}")
    int operatorsPort;

    @BeforeEach
    void isReadyAtFirst() {
        await().until(() -> readiness().status() == 200);
    }

    @Test
    void oneThatIsReadOnlyIsNoticedByItself() {
        setDatabase("SET default_transaction_read_only = on");
        try {
            await().untilAsserted(() -> {
                replaceConnections();
                assertThat(readiness().body()).contains("The database is read-only");
            });
            deleteIsRefused();
        } finally {
            setDatabase("RESET default_transaction_read_only");
        }
        await().until(() -> {
            replaceConnections();
            return readiness().status() == 200;
        });
    }

    @Test
    void oneWhoseDiskIsFullIsNoticedByTheFirstRefusedWriteAndUntilOneIsTaken() {
        catalogue.execute("""
                CREATE FUNCTION disk_is_full() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'; END $$
                """);
        UUID image = catalogue.imageOf("demo", "private");
        fill("images");
        fill("write_probe");
        assertThat(service.delete(image, "demo-member")
                        .isRefusal(503, "catalogue-unavailable")
                        .header("Retry-After"))
                .matches("[2-5]");
        Answer readiness = readiness();
        assertThat(readiness.status()).isEqualTo(503);
        assertThat(readiness.body()).contains("No space left on device");
        assertThat(readiness().status()).as("readiness when it is asked again").isEqualTo(503);

        catalogue.execute("DROP FUNCTION disk_is_full CASCADE");
        assertThat(readiness().status()).isEqualTo(200);
        assertThat(service.delete(image, "demo-member").status()).isEqualTo(204);
    }

    @Test
    void askingDoesNotWrite() {
        OffsetDateTime before = lastProbe();
        readiness();
        readiness();
        assertThat(lastProbe()).isEqualTo(before);
    }

    private void fill(String table) {
        catalogue.execute("CREATE TRIGGER disk_is_full BEFORE UPDATE ON " + table
                + " FOR EACH STATEMENT EXECUTE FUNCTION disk_is_full()");
    }

    private void deleteIsRefused() {
        service.delete(UUID.fromString("3c3d1d01-b48a-4639-8a88-08be3b9b5d78"), "demo-member")
                .isRefusal(503, "catalogue-unavailable");
    }

    /** Changes a setting of the server's database, from outside it; connections that are open keep the old one. */
    private void setDatabase(String setting) {
        String name =
                database.sql("SELECT current_database()").query(String.class).single();
        JdbcClient.create(new DriverManagerDataSource(PostgreSQL.url("postgres", PostgreSQL.port()), "postgres", ""))
                .sql("ALTER DATABASE " + name + " " + setting)
                .update();
    }

    /** One that is being opened at this moment is not among them. */
    private void replaceConnections() {
        pool.getHikariPoolMXBean().softEvictConnections();
    }

    private OffsetDateTime lastProbe() {
        return database.sql("SELECT at FROM write_probe")
                .query(OffsetDateTime.class)
                .single();
    }

    private Answer readiness() {
        return RawHttp.send(operatorsPort, "GET /actuator/health/readiness HTTP/1.1");
    }
}
