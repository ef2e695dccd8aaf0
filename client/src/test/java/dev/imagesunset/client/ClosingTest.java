package dev.imagesunset.client;

import static dev.imagesunset.client.ServedImages.ID;
import static dev.imagesunset.client.ServedImages.image;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ClosingTest {
    private final Set<Thread> others = Thread.getAllStackTraces().keySet();
    private final FakeService service = new FakeService();

    ClosingTest() throws IOException {}

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void noThreadOfTheClientOutlivesIt() {
        service.answersJson(200, image(ID, "")).answersJson(200, image(ID, ""));
        ImageService images = client().build();
        images.showImage(ID);
        images.showImageAsync(ID).join();
        assertThat(threads()).isNotEmpty();
        images.close();
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!threads().isEmpty() && System.nanoTime() < patience) {
            System.gc(); // Before Java 21 an HTTP client ends when nobody can use it any more.
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        assertThat(threads()).isEmpty();
    }

    @Test
    void callsThatRunEndAndNoneBegins() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        service.does(exchange -> {
            asked.countDown();
            end.await();
        });
        ImageService images = client().build();
        CompletableFuture<?> running = images.showImageAsync(ID);
        assertThat(asked.await(5, TimeUnit.SECONDS)).isTrue();
        images.close();
        images.close();
        assertThatThrownBy(running::join)
                .hasCauseInstanceOf(NoAnswerException.class)
                .hasRootCauseInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
        assertThatThrownBy(() -> images.showImage(ID))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
        assertThat(service.paths).hasSize(1);
        end.countDown();
    }

    @Test
    void whatMayHaveBeenDoneIsToldByTheCallsThatClosingEnds() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(2);
        CountDownLatch end = new CountDownLatch(1);
        service.does(exchange -> waitFor(asked, end)).does(exchange -> waitFor(asked, end));
        ImageService images = client().build();
        CompletableFuture<?> running = images.deleteImageAsync(ID);
        CompletableFuture<?> waiting = CompletableFuture.runAsync(() -> images.deleteImage(ID));
        assertThat(asked.await(5, TimeUnit.SECONDS)).isTrue();
        images.close();
        for (CompletableFuture<?> call : List.of(running, waiting)) {
            NoAnswerException failure = failure(call);
            assertThat(failure.mayHaveBeenDone()).isTrue();
            assertThat(failure.tries()).isEqualTo(1);
            assertThat(failure)
                    .hasMessageContaining("Deleting image " + ID)
                    .hasMessageContaining("closed")
                    .hasCauseInstanceOf(IllegalStateException.class);
        }
        end.countDown();
    }

    @Test
    void whatWasNotSentBeforeClosingWasNotDoneAndIsNotSentAfterwards() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        ImageService images = client().token(() -> {
                    asked.countDown();
                    waitForThe(end);
                    return "a-token";
                })
                .build();
        CompletableFuture<?> running = images.deleteImageAsync(ID);
        assertThat(asked.await(5, TimeUnit.SECONDS)).isTrue();
        images.close();
        NoAnswerException failure = failure(running);
        assertThat(failure.mayHaveBeenDone()).isFalse();
        assertThat(failure.tries()).isZero();
        end.countDown();
        assertThat(service.paths).isEmpty();
    }

    @Test
    void whatIsTheUsersOwnStaysOpen() {
        ExecutorService threads = Executors.newSingleThreadExecutor();
        HttpClient http = HttpClient.newBuilder().executor(threads).build();
        service.answers(204).answers(204);
        try (ImageService images = client().httpClient(http).executor(threads).build()) {
            images.deleteImage(ID);
        }
        assertThat(threads.isShutdown()).isFalse();
        try (ImageService images = client().httpClient(http).build()) {
            images.deleteImage(ID);
        }
        threads.shutdown();
    }

    private static NoAnswerException failure(CompletableFuture<?> call) {
        Throwable failure = Relay.cause(catchThrowable(() -> call.get(5, TimeUnit.SECONDS)));
        assertThat(failure).isInstanceOf(NoAnswerException.class);
        return (NoAnswerException) failure;
    }

    private static void waitFor(CountDownLatch asked, CountDownLatch end) throws InterruptedException {
        asked.countDown();
        end.await();
    }

    private static void waitForThe(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !others.contains(thread))
                .map(Thread::getName)
                .filter(name -> name.startsWith("image-s") || name.startsWith("HttpClient-"))
                .toList();
    }

    private ImageServiceClientBuilder client() {
        return ImageServiceClient.builder(service.endpoint()).token("a-token");
    }
}
