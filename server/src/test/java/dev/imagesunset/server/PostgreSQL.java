package dev.imagesunset.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;

/** One real PostgreSQL for all tests, with a new database for each that asks. */
public final class PostgreSQL implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (!context.getEnvironment().containsProperty("spring.datasource.url")) {
            TestPropertyValues.of(settings(url(newDatabase(), port()))).applyTo(context);
        }
    }

    /** What a server needs to use a new database, which it reaches through a gate. */
    public static void useThrough(Gate gate, DynamicPropertyRegistry properties) {
        settings(url(newDatabase(), gate.port())).forEach((name, value) -> properties.add(name, () -> value));
    }

    public static Gate gate() {
        return new Gate(port());
    }

    public static String url(String database, int port) {
        return "jdbc:postgresql://localhost:" + port + "/" + database + "?sslmode=disable&gssEncMode=disable";
    }

    private static Map<String, String> settings(String url) {
        return Map.of("spring.datasource.url", url, "spring.datasource.username", "postgres");
    }

    /** Creates a database and returns its name; the user is {@code postgres}, without a password. */
    public static String newDatabase() {
        String name = "test" + DATABASES.incrementAndGet();
        try (Connection connection = Server.ONE.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return name;
    }

    /** A PostgreSQL of the caller's own. The port that the library would find may be a connection's before it is used. */
    public static EmbeddedPostgres.Builder ofItsOwn() {
        return EmbeddedPostgres.builder().setPort(FreePort.find());
    }

    /** A PostgreSQL of the caller's own that is as durable as one in production, which those for tests are not. */
    public static EmbeddedPostgres.Builder durable() {
        return ofItsOwn()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on");
    }

    public static int port() {
        return Server.ONE.getPort();
    }

    private static final class Server {
        static final EmbeddedPostgres ONE = start();

        private static EmbeddedPostgres start() {
            try {
                return ofItsOwn().setServerConfig("max_connections", "1000").start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
