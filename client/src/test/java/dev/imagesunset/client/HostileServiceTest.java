package dev.imagesunset.client;

import static dev.imagesunset.client.ServedImages.ID;
import static dev.imagesunset.client.ServedImages.image;
import static dev.imagesunset.client.ServedImages.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service that means harm, or has gone mad, costs its callers bounded time. */
@Timeout(20)
class HostileServiceTest {
    private static final Duration DEADLINE = Duration.ofSeconds(1);

    private final FakeService service = new FakeService();
    private final CountDownLatch end = new CountDownLatch(1);

    HostileServiceTest() throws IOException {}

    @AfterEach
    void stop() {
        end.countDown();
        service.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<", "<a", "<a>;", "<a>; ", "<a>;rel=\"", "<a>;rel=\"\\", " ", ";", "<a>;a = ", "<a>;rel=x,"})
    void aLinkHeaderIsReadInNoTime(String piece) {
        String link = piece.repeat(80_000 / piece.length());
        long start = System.nanoTime();
        Links.parse(List.of("<a>;rel=a" + link, link), service.endpoint());
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"@1", "@1;a", "@1;a=\"", "@1;a=\"\\", "@1; ", "@1;until=@2"})
    void aStructuredHeaderIsReadInNoTime(String piece) {
        String header = piece + piece.substring(2).repeat(80_000 / piece.length());
        long start = System.nanoTime();
        Brownout.parse(header);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void anAnswerWithSuchALinkHeaderIsReadWithinTheDeadline() {
        service.answers(204, Map.of("Deprecation", "@1", "Link", "<".repeat(80_000)), "");
        assertInTime(() -> impatient().build().deleteImage(ID));
    }

    @Test
    void pagesThatLeadInACircleEnd() {
        for (int round = 0; round < 20; round++) {
            service.answersJson(200, page("/v2/images?marker=a", ID))
                    .answersJson(200, page("/v2/images?marker=b", ID))
                    .answersJson(200, page("/v2/images?marker=c", ID));
        }
        assertThatThrownBy(() -> patient().listImages(ImageQuery.all()).count())
                .isInstanceOf(UnexpectedAnswerException.class)
                .hasMessageContaining("in a circle");
        assertThat(service.paths).hasSizeLessThan(12);
    }

    @Test
    void emptyPagesWithoutAnEndEndAtTheDeadline() {
        IntStream.range(0, 100_000).forEach(number -> service.answersJson(200, page("/v2/images?marker=" + number)));
        assertInTime(() -> assertThatThrownBy(
                        () -> impatient().build().listImages(ImageQuery.all()).findFirst())
                .isInstanceOf(ImageServiceException.class));
    }

    @Test
    void aBodyThatDripsEndsAtTheDeadline() {
        for (int attempt = 0; attempt < 4; attempt++) {
            service.does(exchange -> {
                exchange.sendResponseHeaders(200, 0);
                while (!end.await(50, TimeUnit.MILLISECONDS)) {
                    exchange.getResponseBody().write(' ');
                    exchange.getResponseBody().flush();
                }
            });
        }
        assertInTime(() ->
                assertThatThrownBy(() -> impatient().build().showImage(ID)).isInstanceOf(NoAnswerException.class));
    }

    @Test
    void anAnswerThatIsGivenUpIsNotHeld() throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        service.does(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try {
                while (!end.await(10, TimeUnit.MILLISECONDS)) {
                    exchange.getResponseBody().write(' ');
                    exchange.getResponseBody().flush();
                }
            } catch (IOException e) {
                closed.countDown();
            }
        });
        assertThatThrownBy(() -> impatient().retries(RetryPolicy.none()).build().showImage(ID))
                .isInstanceOf(NoAnswerException.class);
        assertThat(closed.await(2, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void bodiesThatDripHoldNobodyElseUp() throws Exception {
        int many = 20;
        CountDownLatch allDrip = new CountDownLatch(many);
        for (int number = 0; number < many; number++) {
            service.does(exchange -> {
                exchange.sendResponseHeaders(200, 1000);
                exchange.getResponseBody().write('{');
                exchange.getResponseBody().flush();
                allDrip.countDown();
                end.await();
            });
        }
        ImageServiceClient client = patient();
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            for (int number = 0; number < many; number++) {
                threads.execute(() -> client.showImage(ID));
            }
            assertThat(allDrip.await(10, TimeUnit.SECONDS)).isTrue();
            service.answersJson(200, image(ID, ""));
            assertThat(CompletableFuture.supplyAsync(() -> client.showImage(ID), threads)
                            .get(2, TimeUnit.SECONDS)
                            .getId())
                    .hasToString(ID);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aSlowTokenSupplierHoldsNobodyBeyondTheDeadline() {
        ImageServiceClient client = impatient().token(this::slowToken).build();
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            assertInTime(() -> CompletableFuture.allOf(IntStream.range(0, 5)
                            .mapToObj(number -> CompletableFuture.runAsync(
                                    () -> assertThatThrownBy(() -> client.showImage(ID))
                                            .isInstanceOf(ImageServiceException.class)
                                            .hasMessageContaining("token"),
                                    threads))
                            .toArray(CompletableFuture[]::new))
                    .join());
            assertThat(service.paths).isEmpty();
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aSlowTokenIsUsedWhenItHasCome() {
        CountDownLatch comes = new CountDownLatch(1);
        ImageServiceClient client = impatient()
                .deadline(Duration.ofMillis(200))
                .token(() -> {
                    comes.countDown();
                    return slowToken();
                })
                .build();
        assertThatThrownBy(() -> client.showImage(ID)).isInstanceOf(ImageServiceException.class);
        assertThat(comes.getCount()).isZero();
        end.countDown();
        service.answersJson(200, image(ID, ""));
        assertThat(client.showImage(ID).getId()).hasToString(ID);
        assertThat(service.tokens).containsExactly("a-token");
    }

    private String slowToken() {
        try {
            end.await(6, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "a-token";
    }

    private void assertInTime(Runnable calls) {
        long start = System.nanoTime();
        calls.run();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(DEADLINE.plusSeconds(1));
    }

    private ImageServiceClient patient() {
        return ImageServiceClient.builder(service.endpoint())
                .token(() -> "a-token")
                .build();
    }

    private ImageServiceClientBuilder impatient() {
        return ImageServiceClient.builder(service.endpoint())
                .token(() -> "a-token")
                .deadline(DEADLINE);
    }
}
