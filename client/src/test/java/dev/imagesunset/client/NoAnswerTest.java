package dev.imagesunset.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@SuppressWarnings("removal")
@Timeout(20)
class NoAnswerTest {
    private static final String ID = "3c3d1d01-b48a-4639-8a88-08be3b9b5d78";

    private final FakeService service = new FakeService();
    private final FakeTime time = new FakeTime();

    NoAnswerTest() throws IOException {}

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void aServiceThatIsNotThereIsTriedAgainAndNothingGotThrough() throws IOException {
        try (Socket silent = FakeService.silentPort()) {
            URI endpoint = URI.create("http://127.0.0.1:" + silent.getLocalPort());
            ImageServiceClient client = ImageServiceClient.builder(endpoint)
                    .token(() -> "a-token")
                    .time(time)
                    .build();
            assertThatThrownBy(() -> client.deleteImageV11(ID)).isInstanceOfSatisfying(NoAnswerException.class, e -> {
                assertThat(e.status()).isZero();
                assertThat(e.mayHaveGotThrough()).isFalse();
                assertThat(e)
                        .hasMessage("Deleting image " + ID + " (v1.1) had no answer from " + endpoint
                                + " after 4 tries: no connection, nothing listens there or something is in the way");
            });
        }
        assertThat(time.pauses).hasSize(3);
    }

    @Test
    void aServiceWhoseNameNobodyKnowsIsNamed() {
        ImageServiceClient client = ImageServiceClient.builder(URI.create("http://no-such-host.invalid/ims"))
                .token(() -> "a-token")
                .retries(RetryPolicy.none())
                .build();
        assertThatThrownBy(() -> client.showImage(ID))
                .hasMessage("Showing image " + ID + " had no answer from http://no-such-host.invalid/ims after 1 try:"
                        + " the host name is unknown");
    }

    @Test
    void aServiceThatDropsTheConnectionIsNamedWithTheReason() {
        service.dropsTheConnection().dropsTheConnection().dropsTheConnection().dropsTheConnection();
        assertThatThrownBy(this::delete)
                .hasMessageContaining(service.endpoint() + " after 4 tries: ")
                .hasMessageContaining("received no bytes");
    }

    @Test
    void aServiceThatNeverAnswersIsGivenUp() {
        CountDownLatch never = new CountDownLatch(1);
        service.does(exchange -> waitFor(never));
        assertThatThrownBy(() -> impatient().build().deleteImageV11(ID))
                .isInstanceOf(NoAnswerException.class)
                .hasMessageContainingAll(ID, service.endpoint().toString(), "after 1 try: it took longer than PT0.3S");
        never.countDown();
    }

    @Test
    void aServiceThatStopsInTheMiddleOfItsAnswerIsGivenUp() {
        CountDownLatch never = new CountDownLatch(1);
        service.does(exchange -> {
            exchange.sendResponseHeaders(403, 1000);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            waitFor(never);
        });
        assertThatThrownBy(() -> impatient().build().deleteImageV11(ID)).isInstanceOf(NoAnswerException.class);
        never.countDown();
    }

    @Test
    void aCallThatIsInterruptedBeforeAnythingWasSentWasNotTried() {
        Thread.currentThread().interrupt();
        interrupted(client().token("a-token"), 0);
        Thread caller = Thread.currentThread();
        CountDownLatch never = new CountDownLatch(1);
        ImageServiceClientBuilder waitsForAToken = client().token(() -> {
            caller.interrupt();
            waitFor(never);
            return "a-token";
        });
        assertThat(interrupted(waitsForAToken, 0).mayHaveBeenDone()).isFalse();
        never.countDown();
    }

    @Test
    void aCallThatIsInterruptedWhileItWaitsForItsSecondAnswerWasTriedTwice() {
        Thread caller = Thread.currentThread();
        CountDownLatch never = new CountDownLatch(1);
        service.answers(503).does(exchange -> {
            caller.interrupt();
            waitFor(never);
        });
        assertThat(interrupted(client().token("a-token"), 2).mayHaveBeenDone()).isTrue();
        never.countDown();
    }

    @Test
    void aCallThatIsInterruptedInItsFirstPauseWasTriedOnce() {
        Time interrupting = new Time() {
            @Override
            public CompletableFuture<Void> pass(Duration duration) {
                Thread.currentThread().interrupt();
                return new CompletableFuture<>();
            }
        };
        service.answers(503).answers(429, Map.of("Retry-After", "1"), "");
        ImageServiceClientBuilder client = client().token("a-token").time(interrupting);
        assertThat(interrupted(client, 1).mayHaveBeenDone()).isTrue();
        assertThat(interrupted(client, 1).mayHaveBeenDone()).isFalse();
    }

    @Test
    void aCallThatIsInterruptedWhileItsTokenIsRenewedDidNothing() {
        Thread caller = Thread.currentThread();
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        service.answers(401, "token-invalid");
        ImageServiceClientBuilder renews = client().token(() -> {
            if (asked.incrementAndGet() > 1) {
                caller.interrupt();
                waitFor(never);
            }
            return "a-token";
        });
        assertThat(interrupted(renews, 1).mayHaveBeenDone()).isFalse();
        never.countDown();
    }

    private static NoAnswerException interrupted(ImageServiceClientBuilder client, int tries) {
        NoAnswerException thrown = catchThrowableOfType(
                NoAnswerException.class, () -> client.build().deleteImageV11(ID));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(thrown.tries()).isEqualTo(tries);
        assertThat(thrown)
                .hasMessage("Deleting image " + ID + " (v1.1) was interrupted after "
                        + (tries == 1 ? "1 try" : tries + " tries"));
        return thrown;
    }

    private Deletion delete() {
        return client().token(() -> "a-token").build().deleteImageV11(ID);
    }

    private ImageServiceClientBuilder client() {
        return ImageServiceClient.builder(service.endpoint()).time(time);
    }

    private ImageServiceClientBuilder impatient() {
        return client().token(() -> "a-token")
                .requestTimeout(Duration.ofMillis(300))
                .retries(RetryPolicy.none());
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
