package dev.imagesunset.server.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagesunset.server.Catalogue;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.RawConnection;
import dev.imagesunset.server.ServerTest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class BodiesThatNobodyReadsTest {
    /** Far more than what may be taken, and what sockets may hold. */
    private static final long ENDLESS = 30_000_000;

    @Autowired
    Catalogue catalogue;

    @Autowired
    ImageService service;

    @Test
    void aBodyThatNeverEndsIsCutOff() throws IOException {
        try (RawConnection connection = new RawConnection(service.port())) {
            connection.sends(
                    "DELETE /v1.1/images/" + UUID.randomUUID()
                            + " HTTP/1.1\r\nHost: localhost\r\nX-Auth-Token: demo-member\r\nContent-Length: 1000000000\r\n\r\n");
            String chunk = "x".repeat(64 * 1024);
            long sent = 0;
            while (sent < ENDLESS && connection.sends(chunk)) {
                sent += chunk.length();
            }
            assertThat(sent).isLessThan(ENDLESS);
        }
    }

    @Test
    void whoSendsSlowlyWhatNobodyAskedForIsAnsweredAtOnceAndCutOff() throws Exception {
        UUID id = catalogue.imageOf("demo", "private");
        for (String body : List.of("Content-Length: 60000", "Transfer-Encoding: chunked")) {
            for (String request : List.of(
                    "DELETE /v1.1/images/" + id + " HTTP/1.1\r\nX-Auth-Token: demo-member",
                    "POST /v2/images HTTP/1.1\r\nContent-Type: application/json",
                    "PATCH /v2/images/" + id + " HTTP/1.1\r\nX-Auth-Token: nobody",
                    "GET /deprecation HTTP/1.1",
                    "OPTIONS /v2/images HTTP/1.1")) {
                Instant start = Instant.now();
                String answer = sendSlowly(request + "\r\nHost: localhost\r\n" + body + "\r\n\r\n");
                assertThat(answer).as(request).startsWith("HTTP/1.1 ");
                if (!request.startsWith("P") || body.endsWith("chunked")) {
                    assertThat(answer).as(request).contains("Connection: close");
                }
                assertThat(Duration.between(start, Instant.now())).as(request).isLessThan(Duration.ofSeconds(3));
            }
        }
        assertThat(catalogue.row(id)).containsEntry("status", "deleted");
    }

    @Test
    void whatArrivedWithTheRequestCostsNoConnection() throws IOException {
        try (RawConnection connection = new RawConnection(service.port())) {
            String request =
                    "DELETE /v1.1/nope HTTP/1.1\r\nHost: localhost\r\nX-Auth-Token: demo-member\r\nContent-Length: 2\r\n\r\n{}";
            connection.sends(request + request);
            connection.ends();
            assertThat(connection.answers().split("HTTP/1.1 404 ", -1)).hasSize(3);
        }
    }

    @Test
    void norDoesWhatComesRightBehindItWhetherItIsWantedOrNot() throws Exception {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        try (RawConnection connection = new RawConnection(service.port())) {
            for (String request :
                    List.of("DELETE /v1.1/nope", "POST /v2/images", "DELETE /v1.1/images/1", "GET /v2/images")) {
                connection.sends(request + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n");
                clock.schedule(() -> connection.sends("{}"), 10, TimeUnit.MILLISECONDS)
                        .get();
            }
            connection.ends();
            assertThat(connection.answers().split("HTTP/1.1 40[14] ", -1)).hasSize(5);
        } finally {
            clock.shutdownNow();
        }
    }

    @Test
    void aBodyThatIsWantedAndComesSlowlyIsCutOff() throws Exception {
        assertThat(
                        sendSlowly(
                                "POST /v2/images HTTP/1.1\r\nHost: localhost\r\nX-Auth-Token: demo-member\r\nContent-Type: application/json\r\nContent-Length: 60000\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .contains("request-malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{"})
    void whoSendsManyBodiesSlowlyKeepsNobodyElseWaiting(String begun) throws Exception {
        List<RawConnection> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 300; i++) {
                RawConnection connection = new RawConnection(service.port());
                slow.add(connection);
                connection.sends(
                        "POST /v2/images HTTP/1.1\r\nHost: localhost\r\nX-Auth-Token: demo-member\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n"
                                + begun);
            }
            Instant start = Instant.now();
            assertThat(service.call("GET", "/v2/images", "demo-other").status()).isEqualTo(200);
            assertThat(service.call("POST", "/v2/images", "demo-other", "{}").status())
                    .isEqualTo(201);
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(3));
            assertThat(slow.get(299).answers()).startsWith("HTTP/1.1 503 ").contains("too-many-bodies", "Retry-After");
        } finally {
            for (RawConnection connection : slow) {
                connection.close();
            }
        }
    }

    private String sendSlowly(String head) throws IOException {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        try (RawConnection connection = new RawConnection(service.port())) {
            connection.sends(head);
            Future<?> dripping = clock.scheduleAtFixedRate(() -> connection.sends("x"), 0, 1, TimeUnit.SECONDS);
            String answer = connection.answers();
            dripping.cancel(true);
            return answer;
        } finally {
            clock.shutdownNow();
        }
    }
}
