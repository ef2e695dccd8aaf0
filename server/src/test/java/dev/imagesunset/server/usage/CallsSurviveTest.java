package dev.imagesunset.server.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagesunset.server.ImageSunset;
import dev.imagesunset.server.PostgreSQL;
import dev.imagesunset.server.RawHttp;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class CallsSurviveTest {
    static Stream<String> databases() {
        return Stream.of(
                "jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1",
                PostgreSQL.url(PostgreSQL.newDatabase(), PostgreSQL.port()));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aStopAndAStart(String database) {
        try (ConfigurableApplicationContext first = start(database)) {
            call(first, 3);
        }
        assertThat(calls(database)).isEqualTo(3);
        try (ConfigurableApplicationContext second = start(database)) {
            call(second, 2);
        }
        assertThat(calls(database)).isEqualTo(5);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void eachOther(String database) {
        try (ConfigurableApplicationContext one = start(database);
                ConfigurableApplicationContext other = start(database)) {
            call(one, 3);
            call(other, 4);
            store(one);
            store(other);
            call(one, 1);
            store(one);
            assertThat(calls(database)).isEqualTo(8);
        }
        assertThat(calls(database)).isEqualTo(8);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aStopAmidManyCalls(String database) throws Exception {
        AtomicInteger answered = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (ConfigurableApplicationContext server = start(database)) {
            Callable<Boolean> caller = () -> {
                while (isAnswered(server)) {
                    answered.incrementAndGet();
                }
                return true;
            };
            List<Future<Boolean>> callers =
                    Stream.generate(() -> threads.submit(caller)).limit(8).toList();
            while (answered.get() < 200) {
                Thread.onSpinWait();
            }
            server.close();
            for (Future<Boolean> done : callers) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(calls(database)).isEqualTo(answered.get());
    }

    private static ConfigurableApplicationContext start(String database) {
        return new SpringApplicationBuilder(ImageSunset.class)
                .profiles("demo")
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--image-sunset.v1-1.sunset=2999-12-31",
                        "--spring.datasource.url=" + database,
                        "--spring.datasource.username=postgres",
                        "--image-sunset.usage.flush-interval=1h");
    }

    private static void call(ConfigurableApplicationContext server, int times) {
        for (int i = 0; i < times; i++) {
            delete(server);
        }
    }

    private static void delete(ConfigurableApplicationContext server) {
        int port = server.getEnvironment().getRequiredProperty("local.server.port", int.class);
        RawHttp.send(port, "DELETE /v1.1/images/" + UUID.randomUUID() + " HTTP/1.1", "X-Auth-Token: demo-member");
    }

    /** An answer, or a connection that is refused or closed without one. */
    private static boolean isAnswered(ConfigurableApplicationContext server) {
        try {
            delete(server);
            return true;
        } catch (AssertionError | IndexOutOfBoundsException e) {
            return false;
        }
    }

    private static void store(ConfigurableApplicationContext server) {
        server.getBean(CallsInFlight.class).awaitNone(Duration.ofSeconds(5));
        server.getBean(CallStore.class).store();
    }

    private static long calls(String database) {
        return JdbcClient.create(new DriverManagerDataSource(database, "postgres", ""))
                .sql("SELECT COALESCE(SUM(calls), 0) FROM api_calls_by_day WHERE project = 'demo' AND version = 'v1.1'")
                .query(Long.class)
                .single();
    }
}
