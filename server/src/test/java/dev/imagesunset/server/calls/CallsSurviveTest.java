package dev.imagesunset.server.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.imagesunset.server.ImageSunset;
import dev.imagesunset.server.PostgreSQL;
import dev.imagesunset.server.RawHttp;
import dev.imagesunset.server.request.OpenExchanges;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class CallsSurviveTest {
    private final String database = PostgreSQL.url(PostgreSQL.newDatabase(), PostgreSQL.port());

    @Test
    void aStopAndAStart() {
        try (ConfigurableApplicationContext first = start()) {
            call(first, 3);
        }
        assertThat(calls()).isEqualTo(3);
        try (ConfigurableApplicationContext second = start()) {
            call(second, 2);
        }
        assertThat(calls()).isEqualTo(5);
    }

    @Test
    void eachOther() {
        try (ConfigurableApplicationContext one = start();
                ConfigurableApplicationContext other = start()) {
            call(one, 3);
            call(other, 4);
            store(one);
            store(other);
            call(one, 1);
            store(one);
            assertThat(calls()).isEqualTo(8);
        }
        assertThat(calls()).isEqualTo(8);
    }

    @Test
    void aStopAmidManyCalls() throws Exception {
        AtomicInteger answered = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (ConfigurableApplicationContext server = start()) {
            Callable<Boolean> caller = () -> {
                for (int status = status(server); status > 0; status = status(server)) {
                    // What comes when it stops already is told to come again.
                    assertThat(status).isIn(404, 503);
                    if (status == 404) {
                        answered.incrementAndGet();
                    }
                }
                return true;
            };
            List<Future<Boolean>> callers =
                    Stream.generate(() -> threads.submit(caller)).limit(8).toList();
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> answered.get() >= 200 || callers.stream().anyMatch(Future::isDone));
            server.close();
            for (Future<Boolean> done : callers) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(calls()).isEqualTo(answered.get());
    }

    private ConfigurableApplicationContext start() {
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

    private static int delete(ConfigurableApplicationContext server) {
        int port = server.getEnvironment().getRequiredProperty("local.server.port", int.class);
        return RawHttp.send(port, "DELETE /v1.1/images/" + UUID.randomUUID() + " HTTP/1.1", "X-Auth-Token: demo-member")
                .status();
    }

    /** That of an answer; 0 if the connection is refused, or closed without one. */
    private static int status(ConfigurableApplicationContext server) {
        try {
            return delete(server);
        } catch (AssertionError | IndexOutOfBoundsException e) {
            return 0;
        }
    }

    private static void store(ConfigurableApplicationContext server) {
        server.getBean(OpenExchanges.class).awaitNone(Duration.ofSeconds(5));
        server.getBean(CallStore.class).store();
    }

    private long calls() {
        return JdbcClient.create(new DriverManagerDataSource(database, "postgres", ""))
                .sql(
                        "SELECT COALESCE(SUM(calls), 0) FROM api_calls WHERE span = 'day' AND project = 'demo' AND version = 'v1.1'")
                .query(Long.class)
                .single();
    }
}
