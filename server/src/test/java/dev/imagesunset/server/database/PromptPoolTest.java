package dev.imagesunset.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.imagesunset.server.PostgreSQL;
import java.sql.Connection;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;

/** A pool of one connection, whose owner keeps it. */
class PromptPoolTest {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final PromptPool pool = new PromptPool(address());
    private final ExecutorService callers = Executors.newCachedThreadPool();
    private Connection only;

    @BeforeEach
    void takeTheOnlyConnection() throws Exception {
        pool.setMaximumPoolSize(1);
        pool.setConnectionTimeout(PATIENCE.toMillis());
        only = pool.getConnection();
    }

    @AfterEach
    void close() {
        pool.close();
        callers.shutdown();
    }

    @Test
    void aCrowdWaitsInLineWhileNobodyHasWaitedInVain() throws Exception {
        Future<Connection> first = callInLine(1);
        Future<Connection> second = callInLine(2);
        only.close();
        first.get().close();
        second.get().close();
    }

    @Test
    void whoComesAfterSomebodyHasWaitedInVainIsToldAtOnceUntilSomebodyGetsAConnection() throws Exception {
        assertThatThrownBy(pool::getConnection).isInstanceOf(SQLTransientConnectionException.class);
        Future<Connection> waits = callInLine(1);
        Instant start = Instant.now();
        assertThatThrownBy(pool::getConnection).isInstanceOf(SQLTransientConnectionException.class);
        assertThat(Duration.between(start, Instant.now())).isLessThan(PATIENCE.dividedBy(2));
        only.close();
        only = waits.get();

        Future<Connection> first = callInLine(1);
        Future<Connection> second = callInLine(2);
        only.close();
        first.get().close();
        second.get().close();
    }

    private Future<Connection> callInLine(int place) {
        Future<Connection> connection = callers.submit(() -> pool.getConnection());
        await().until(() -> pool.getHikariPoolMXBean().getThreadsAwaitingConnection() == place);
        return connection;
    }

    private static DatabaseAddress address() {
        DataSourceProperties settings = new DataSourceProperties();
        settings.setUrl(PostgreSQL.url("postgres", PostgreSQL.port()));
        settings.setUsername("postgres");
        return new DatabaseAddress(settings);
    }
}
