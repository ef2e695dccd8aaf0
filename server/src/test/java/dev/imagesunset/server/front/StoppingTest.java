package dev.imagesunset.server.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.imagesunset.server.Answer;
import dev.imagesunset.server.Catalogue;
import dev.imagesunset.server.ImageSunset;
import dev.imagesunset.server.PostgreSQL;
import dev.imagesunset.server.RawConnection;
import dev.imagesunset.server.RawHttp;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What callers meet while a server stops, by themselves and through a balancer. */
class StoppingTest {
    private final String database = PostgreSQL.url(PostgreSQL.newDatabase(), PostgreSQL.port());
    private final ConfigurableApplicationContext server = new SpringApplicationBuilder(ImageSunset.class)
            .profiles("demo")
            .run(
                    "--server.port=0",
                    "--management.server.port=0",
                    "--image-sunset.v1-1.sunset=2999-12-31",
                    "--image-sunset.stop.drain-time=3s",
                    "--spring.datasource.url=" + database,
                    "--spring.datasource.username=postgres",
                    // With patience: a delete here waits for a row.
                    "--spring.datasource.hikari.data-source-properties.options=-c statement_timeout=15s",
                    "--spring.datasource.hikari.data-source-properties.socketTimeout=15");
    private final int port = server.getEnvironment().getRequiredProperty("local.server.port", int.class);
    private final int operatorsPort = server.getEnvironment().getRequiredProperty("local.management.port", int.class);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aBalancerNoticesWhileCallsAreTaken() {
        CompletableFuture<Void> stop = CompletableFuture.runAsync(server::close);
        await().until(() -> !isReady());

        Answer answer = RawHttp.send(port, request(UUID.randomUUID()), "X-Auth-Token: demo-member");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Connection")).isEqualTo("close");
        assertThat(stop).isNotDone();
        stop.join();
    }

    @Test
    void aCallThatWasBegunIsFinishedAndOneThatComesTooLateIsNotBegun() throws Exception {
        Catalogue catalogue = Catalogue.of(JdbcClient.create(new DriverManagerDataSource(database, "postgres", "")));
        UUID image = catalogue.imageOf("demo", "private");
        UUID another = catalogue.imageOf("demo", "private");
        SingleConnectionDataSource other = new SingleConnectionDataSource(database, "postgres", "", true);
        other.setAutoCommit(false);
        try (RawConnection begun = new RawConnection(port);
                RawConnection kept = new RawConnection(port)) {
            JdbcClient.create(other)
                    .sql("SELECT id FROM images WHERE id = ? FOR UPDATE")
                    .param(image)
                    .query()
                    .singleRow();
            begun.sends(head(image));
            CompletableFuture<Void> stop = CompletableFuture.runAsync(server::close);
            await().until(this::takesNoConnections);

            kept.sends(head(another));

            assertThat(kept.answers()).isEmpty();
            other.getConnection().rollback();
            assertThat(begun.answers()).startsWith("HTTP/1.1 204 ");
            stop.join();
        } finally {
            other.destroy();
        }
        assertThat(catalogue.row(image)).containsEntry("status", "deleted");
        assertThat(catalogue.row(another)).containsEntry("status", "active");
    }

    private boolean isReady() {
        try {
            return RawHttp.send(operatorsPort, "GET /actuator/health/readiness HTTP/1.1")
                            .status()
                    == 200;
        } catch (AssertionError | IndexOutOfBoundsException e) {
            return false;
        }
    }

    private boolean takesNoConnections() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return !socket.isConnected();
        } catch (ConnectException e) {
            return true;
        }
    }

    private static String request(UUID image) {
        return "DELETE /v1.1/images/" + image + " HTTP/1.1";
    }

    private static String head(UUID image) {
        return request(image) + "\r\nHost: localhost\r\nX-Auth-Token: demo-member\r\n\r\n";
    }
}
