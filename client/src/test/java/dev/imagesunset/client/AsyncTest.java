package dev.imagesunset.client;

import static dev.imagesunset.client.ServedImages.ID;
import static dev.imagesunset.client.ServedImages.id;
import static dev.imagesunset.client.ServedImages.image;
import static dev.imagesunset.client.ServedImages.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagesunset.client.model.Image;
import dev.imagesunset.client.model.NewImage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls that no thread waits for. */
@Timeout(20)
class AsyncTest {
    private final FakeService service = new FakeService();
    private final CountDownLatch end = new CountDownLatch(1);

    AsyncTest() throws IOException {}

    @AfterEach
    void stop() {
        end.countDown();
        service.close();
    }

    @Test
    void everyCallHasOneThatNobodyWaitsFor() {
        service.answers(204)
                .answersJson(200, image(ID, ""))
                .answersJson(201, image(ID, ""))
                .answersJson(200, image(ID, ""));
        ImageService images = builder().build();
        UUID id = UUID.fromString(ID);
        assertThat(images.deleteImageAsync(id).join().requestId()).hasValue(FakeService.REQUEST_ID);
        assertThat(images.showImageAsync(id).join().requestId()).hasValue(FakeService.REQUEST_ID);
        assertThat(images.createImageAsync(NewImage.builder().build()).join().getId())
                .isEqualTo(id);
        assertThat(images.updateImageAsync(id, List.of()).join().getId()).isEqualTo(id);
    }

    @Test
    void allPagesOfAListComeTogether() {
        service.answersJson(200, page("/v2/images?marker=" + id(1), id(1)))
                .answers(503)
                .answersJson(200, page("/v2/images?marker=a"))
                .answersJson(200, page(null, id(2)));
        List<Image> images = builder()
                .time(new FakeTime())
                .build()
                .listImagesAsync(ImageQuery.all())
                .join();
        assertThat(images).extracting(image -> image.getId().toString()).containsExactly(id(1), id(2));
    }

    @Test
    void aRefusalIsWhatTheFutureFailsWith() {
        service.answers(403, "image-protected");
        CompletableFuture<Deletion> deletion = builder().build().deleteImageAsync(ID);
        assertThatThrownBy(deletion::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(PermissionDeniedException.class);
    }

    @Test
    void aCallIsTriedAgainWithinItsDeadline() {
        service.answers(503).dropsTheConnection().answers(404, "image-not-found");
        Deletion deletion =
                builder().time(new FakeTime()).build().deleteImageAsync(ID).join();
        assertThat(deletion.certainty()).isEqualTo(Deletion.Certainty.BY_AN_EARLIER_TRY);
    }

    @Test
    void aServiceThatNeverAnswersIsGivenUpAtTheDeadline() {
        service.does(exchange -> end.await()).does(exchange -> end.await());
        ImageService images = builder().deadline(Duration.ofMillis(500)).build();
        assertThatThrownBy(images.showImageAsync(ID)::join).hasCauseInstanceOf(NoAnswerException.class);
    }

    @Test
    void cancellingClosesTheConnectionAndNoOtherTryFollows() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        service.does(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            asked.countDown();
            try {
                while (!end.await(10, TimeUnit.MILLISECONDS)) {
                    exchange.getResponseBody().write(' ');
                    exchange.getResponseBody().flush();
                }
            } catch (IOException e) {
                closed.countDown();
            }
        });
        CompletableFuture<Image> image = builder().build().showImageAsync(ID);
        assertThat(asked.await(5, TimeUnit.SECONDS)).isTrue();
        image.cancel(true);
        assertThat(closed.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(service.paths).hasSize(1);
    }

    @Test
    void cancellingInAPauseEndsTheCall() throws InterruptedException {
        CountDownLatch pauses = new CountDownLatch(1);
        AtomicReference<CompletableFuture<Void>> pause = new AtomicReference<>();
        Time stopped = new Time() {
            @Override
            public CompletableFuture<Void> pass(Duration duration) {
                CompletableFuture<Void> endless = new CompletableFuture<>();
                pause.set(endless);
                pauses.countDown();
                return endless;
            }
        };
        service.answers(503);
        CompletableFuture<Image> image = builder().time(stopped).build().showImageAsync(ID);
        assertThat(pauses.await(5, TimeUnit.SECONDS)).isTrue();
        image.cancel(true);
        assertThatThrownBy(() -> Objects.requireNonNull(pause.get()).get(5, TimeUnit.SECONDS))
                .isInstanceOf(CancellationException.class);
        assertThat(service.paths).hasSize(1);
    }

    @Test
    void interruptingTheThreadThatWaitsClosesTheConnection() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        service.does(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            asked.countDown();
            try {
                while (!end.await(10, TimeUnit.MILLISECONDS)) {
                    exchange.getResponseBody().write(' ');
                    exchange.getResponseBody().flush();
                }
            } catch (IOException e) {
                closed.countDown();
            }
        });
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread caller = new Thread(() -> {
            try {
                builder().build().showImage(ID);
            } catch (NoAnswerException e) {
                thrown.set(Thread.currentThread().isInterrupted() ? e : null);
            }
        });
        caller.start();
        assertThat(asked.await(5, TimeUnit.SECONDS)).isTrue();
        caller.interrupt();
        caller.join();
        assertThat(thrown.get()).hasMessageContaining("was interrupted");
        assertThat(closed.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void anExceptionHasTheStackOfTheThreadThatWaitedAndAListenerItsThreadLocals() {
        ThreadLocal<String> local = new ThreadLocal<>();
        local.set("the caller's");
        AtomicReference<String> seen = new AtomicReference<>();
        ClientListener listener = new ClientListener() {
            @Override
            public void retrying(int failedTries, Duration pause, ImageServiceException reason) {
                seen.set(local.get());
            }
        };
        service.answers(503).answers(403);
        ImageService images = builder().time(new FakeTime()).listener(listener).build();
        assertThatThrownBy(() -> images.showImage(ID)).satisfies(e -> assertThat(e.getStackTrace())
                .extracting(StackTraceElement::getClassName)
                .contains(AsyncTest.class.getName()));
        assertThat(seen).hasValue("the caller's");
    }

    @Test
    void anIdThatWouldChangeThePathIsRefusedAtOnce() {
        ImageService images = builder().build();
        assertThatIllegalArgumentException().isThrownBy(() -> images.deleteImageAsync(".."));
    }

    private ImageServiceClientBuilder builder() {
        return ImageServiceClient.builder(service.endpoint()).token("a-token");
    }
}
