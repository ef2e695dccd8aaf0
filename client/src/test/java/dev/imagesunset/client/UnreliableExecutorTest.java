package dev.imagesunset.client;

import static dev.imagesunset.client.ServedImages.ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An executor that takes no more work, or forgets it, hides neither that a call has ended nor whether it was done. */
@Timeout(30)
class UnreliableExecutorTest {
    private static final Duration DEADLINE = Duration.ofMillis(300);

    private final FakeService service = new FakeService();

    UnreliableExecutorTest() throws IOException {}

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void whatItRefusesBeforeAnythingWasSentIsItsRefusal() {
        for (int tasks = 0; tasks < 2; tasks++) {
            Throwable failure = failure(refusing(tasks).deleteImageAsync(ID));
            assertThat(failure).isInstanceOf(RejectedExecutionException.class);
        }
        assertThat(service.paths).isEmpty();
    }

    @Test
    void whatItRefusesAfterwardsMayHaveBeenDone() {
        service.answers(204);
        Throwable failure = failure(refusing(2).deleteImageAsync(ID));
        assertThat(failure)
                .isInstanceOfSatisfying(NoAnswerException.class, e -> {
                    assertThat(e.mayHaveBeenDone()).isTrue();
                    assertThat(e.tries()).isEqualTo(1);
                })
                .hasMessageContaining("Deleting image " + ID)
                .hasMessageContaining("full")
                .hasCauseInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void whatItRefusesInAPauseWasTriedOnce() {
        service.answers(503, "identity-unavailable").answers(503);
        assertThat(mayHaveBeenDone(refusing(3))).isFalse();
        assertThat(mayHaveBeenDone(refusing(3))).isTrue();
    }

    @Test
    void whatItForgetsEndsAtTheDeadline() {
        Throwable failure = failure(client(after(0, task -> {})).deleteImageAsync(ID));
        assertThat(failure)
                .isInstanceOfSatisfying(NoAnswerException.class, e -> {
                    assertThat(e.mayHaveBeenDone()).isFalse();
                    assertThat(e.tries()).isZero();
                })
                .hasMessageContaining("Deleting image " + ID)
                .hasMessageContaining(DEADLINE.toString());
        service.answers(204);
        assertThat(mayHaveBeenDone(client(after(1, task -> {})))).isFalse();
        assertThat(mayHaveBeenDone(client(after(2, task -> {})))).isTrue();
    }

    @Test
    void whatItGetsToWhenTheCallHasEndedIsNotSent() throws InterruptedException {
        BlockingQueue<Runnable> late = new LinkedBlockingQueue<>();
        ImageService images = client(late::add);
        CompletableFuture<Deletion> cancelled = images.deleteImageAsync(ID);
        Runnable beginning = late.take();
        cancelled.cancel(true);
        service.answers(204);
        beginning.run();
        CompletableFuture<Deletion> forgotten = images.deleteImageAsync(ID);
        late.take().run();
        Runnable withItsToken = late.take();
        assertThat(failure(forgotten)).isInstanceOf(NoAnswerException.class);
        withItsToken.run();
        service.forgetsItsAnswers().answersJson(200, ServedImages.image(ID, ""));
        patient().build().showImage(ID);
        assertThat(service.paths).containsExactly("/v2/images/" + ID);
        assertThat(late).isEmpty();
    }

    @Test
    void aListThatItForgetsEndsAtTheDeadlineToo() {
        for (int tasks = 0; tasks < 3; tasks++) {
            service.forgetsItsAnswers().answersJson(200, "{\"images\":[],\"schema\":\"/\",\"first\":\"/v2/images\"}");
            Throwable failure = failure(client(after(tasks, task -> {})).listImagesAsync(ImageQuery.all()));
            assertThat(failure).isInstanceOf(NoAnswerException.class).hasMessageContaining("Listing images");
        }
    }

    @Test
    void aProxySelectorThatHangsHoldsNoFutureOpen() {
        CountDownLatch end = new CountDownLatch(1);
        ProxySelector hanging = new ProxySelector() {
            @Override
            public List<Proxy> select(URI target) {
                try {
                    end.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return List.of(Proxy.NO_PROXY);
            }

            @Override
            public void connectFailed(URI target, SocketAddress proxy, IOException failure) {}
        };
        ImageService images = impatient().proxy(hanging).build();
        assertThat(failure(images.deleteImageAsync(ID)))
                .isInstanceOfSatisfying(NoAnswerException.class, e -> assertThat(e.mayHaveBeenDone())
                        .isFalse());
        service.answersJson(200, ServedImages.image(ID, ""));
        end.countDown();
        assertThat(patient().build().showImage(ID).getId()).hasToString(ID);
        assertThat(service.paths).hasSize(1);
    }

    private static boolean mayHaveBeenDone(ImageService images) {
        Throwable failure = failure(images.deleteImageAsync(ID));
        assertThat(failure).isInstanceOf(NoAnswerException.class);
        return ((NoAnswerException) failure).mayHaveBeenDone();
    }

    private static Throwable failure(CompletableFuture<?> call) {
        return Relay.cause(catchThrowable(() -> call.get(5, TimeUnit.SECONDS)));
    }

    /** Runs so many tasks as it should. */
    private static Executor after(int tasks, Executor unreliable) {
        AtomicInteger left = new AtomicInteger(tasks);
        return task -> (left.getAndDecrement() > 0 ? (Executor) Runnable::run : unreliable).execute(task);
    }

    private ImageService refusing(int tasks) {
        return patient()
                .executor(after(tasks, task -> {
                    throw new RejectedExecutionException("full");
                }))
                .build();
    }

    private ImageService client(Executor executor) {
        return impatient().executor(executor).build();
    }

    private ImageServiceClientBuilder impatient() {
        return patient().deadline(DEADLINE);
    }

    private ImageServiceClientBuilder patient() {
        return ImageServiceClient.builder(service.endpoint())
                .token("a-token")
                .retries(new RetryPolicy(2, Duration.ofMillis(1), Duration.ofMillis(1)));
    }
}
