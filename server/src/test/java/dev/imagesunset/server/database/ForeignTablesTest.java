package dev.imagesunset.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagesunset.server.ImageSunset;
import dev.imagesunset.server.PostgreSQL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database that is not this server's own is left alone, and the reason told in one line. */
@ExtendWith(OutputCaptureExtension.class)
class ForeignTablesTest {
    private final String url = PostgreSQL.url(PostgreSQL.newDatabase(), PostgreSQL.port());
    private final JdbcClient database = JdbcClient.create(new DriverManagerDataSource(url, "postgres", ""));

    @Test
    void thoseOfAnotherVersion(CapturedOutput output) {
        start();
        database.sql("UPDATE flyway_schema_history SET checksum = 1").update();
        isRefused(output, "Migration checksum mismatch for migration version 1");
    }

    @Test
    void thoseOfSomebodyElse(CapturedOutput output) {
        database.sql("CREATE TABLE orders (id integer)").update();
        isRefused(output, "Found non-empty schema");
        assertThat(database.sql("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")
                        .query(String.class)
                        .list())
                .containsExactly("orders");
    }

    @Test
    void noneCanBeMadeInADatabaseThatIsReadOnly(CapturedOutput output) {
        database.sql("ALTER DATABASE %s SET default_transaction_read_only = on"
                        .formatted(database.sql("SELECT current_database()")
                                .query(String.class)
                                .single()))
                .update();
        assertThatThrownBy(this::start).isNotNull();
        assertThat(output.getAll())
                .contains("The server does not start. The database is read-only")
                .doesNotContain("\tat ", "not those of this version");
    }

    private void isRefused(CapturedOutput output, String reason) {
        assertThatThrownBy(this::start).isNotNull();
        assertThat(output.getAll()
                        .lines()
                        .filter(line -> line.contains("[           main]") && line.contains(" ERROR ")))
                .singleElement()
                .asString()
                .contains(
                        "The server does not start. The tables in the database are not those of this version",
                        reason,
                        ".demo");
        assertThat(output.getAll()).doesNotContain("\tat ");
    }

    private void start() {
        SpringApplication.run(
                        ImageSunset.class,
                        "--server.port=0",
                        "--management.server.port=0",
                        "--server.address=127.0.0.1",
                        "--image-sunset.v1-1.sunset=2999-12-31",
                        "--image-sunset.identity.urls=http://localhost:5000",
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.url=" + url)
                .close();
    }
}
