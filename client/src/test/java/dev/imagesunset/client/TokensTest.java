package dev.imagesunset.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("removal")
class TokensTest {
    private static final String ID = "3c3d1d01-b48a-4639-8a88-08be3b9b5d78";

    private final FakeService service = new FakeService();

    TokensTest() throws IOException {}

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void theSupplierIsAskedOnceForManyCalls() {
        AtomicInteger asked = new AtomicInteger();
        ImageServiceClient client = client(() -> "token-" + asked.incrementAndGet());
        service.answers(204).answers(204).answers(204);
        client.deleteImageV11(ID);
        client.deleteImageV11(ID);
        client.deleteImageV11(ID);
        assertThat(service.tokens).containsExactly("token-1", "token-1", "token-1");
    }

    @Test
    void everyRequestNamesTheClientToOperatorsWhoLookForCallers() {
        service.answers(204).answers(404);
        ImageServiceClient client = client(() -> "token");
        client.deleteImage(ID);
        assertThatThrownBy(() -> client.showImage(ID)).isInstanceOf(ImageNotFoundException.class);
        assertThat(service.agents).containsOnly("image-sunset-client");
    }

    @Test
    void aRefusedTokenIsReplacedOnceAndTheCallRepeated() {
        AtomicInteger asked = new AtomicInteger();
        service.answers(401).answers(204).answers(204);
        ImageServiceClient client = client(() -> "token-" + asked.incrementAndGet());
        client.deleteImageV11(ID);
        client.deleteImageV11(ID);
        assertThat(service.tokens).containsExactly("token-1", "token-2", "token-2");
    }

    @Test
    void aSecondRefusalIsFinal() {
        AtomicInteger asked = new AtomicInteger();
        service.answers(401).answers(401);
        assertThatThrownBy(
                        () -> client(() -> "token-" + asked.incrementAndGet()).deleteImageV11(ID))
                .isInstanceOf(AuthenticationFailedException.class);
        assertThat(service.tokens).hasSize(2);
    }

    @Test
    void theSameTokenIsNotSentASecondTime() {
        service.answers(401);
        assertThatThrownBy(() -> client(() -> "the-same").deleteImageV11(ID))
                .isInstanceOf(AuthenticationFailedException.class);
        assertThat(service.tokens).hasSize(1);
    }

    @Test
    void ofManyCallersWithOneRefusedTokenOnlyOneAsksTheSupplier() {
        AtomicInteger asked = new AtomicInteger();
        CurrentToken token = new CurrentToken(() -> "token-" + asked.incrementAndGet());
        String refused = token.get().join();
        assertThat(token.insteadOf(refused).join()).isEqualTo("token-2");
        assertThat(token.insteadOf(refused).join()).isEqualTo("token-2");
        assertThat(token.get().join()).isEqualTo("token-2");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {" ", "a secret", "secret\r\nX-Evil: yes", "secr\u00e9t"})
    void whatCannotBeATokenIsRefusedWithoutBeingTold(@Nullable String token) {
        assertThatThrownBy(() -> client(() -> token).showImage(ID))
                .isInstanceOf(NoTokenException.class)
                .hasMessageEndingWith("The token supplier gave no token of visible ASCII characters");
    }

    @Test
    void aSupplierWhoseOwnThreadsAreFullIsTheReasonForNoToken() {
        RejectedExecutionException full = new RejectedExecutionException("Keystone's threads are full");
        ImageServiceClient client = client(() -> {
            throw full;
        });
        assertThatThrownBy(() -> client.showImage(ID))
                .isInstanceOf(NoTokenException.class)
                .hasCause(full);
        assertThat(service.paths).isEmpty();
    }

    @Test
    void aSupplierWhoseOwnTimeIsUpIsNotTakenForOnesOwnDeadline() {
        TimeoutException late = new TimeoutException("Keystone is slow");
        ImageServiceClient client = client(() -> TokensTest.<RuntimeException>undeclared(late));
        assertThatThrownBy(() -> client.showImage(ID))
                .isInstanceOf(NoTokenException.class)
                .hasMessageContaining("the token supplier failed")
                .hasMessageContaining("Keystone is slow")
                .hasCause(late);
    }

    @Test
    void aSupplierThatHangsHoldsNothingOfTheCallsThatGaveUp() {
        CountDownLatch end = new CountDownLatch(1);
        ImageServiceClient client = ImageServiceClient.builder(service.endpoint())
                .token(() -> afterThe(end))
                .deadline(Duration.ofMillis(50))
                .build();
        WeakReference<Throwable> reason = new WeakReference<>(reasonForNoToken(client));
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (reason.get() != null && System.nanoTime() < patience) {
            System.gc();
        }
        assertThat(reason.get()).isNull();
        end.countDown();
    }

    @Test
    void noTokenShowsInAnythingThatIsThrownLoggedOrPrinted() {
        List<String> said = listenToTheLog();
        Map<String, String> notice = Map.of("Deprecation", "@1475712000", "Sunset", "Fri, 31 Dec 2027 00:00:00 GMT");
        ImageServiceClient client = ImageServiceClient.builder(service.endpoint())
                .token(() -> "a-secret-token")
                .retries(RetryPolicy.none())
                .build();
        service.answers(204, notice, "").answers(500, "internal-error").answers(401, "token-invalid");
        service.answers(302, Map.of("Location", "/elsewhere"), "").dropsTheConnection();
        said.add(client.toString());
        said.add(client.deleteImageV11(ID).toString());
        for (int failure = 0; failure < 4; failure++) {
            said.add(everything(catchThrowable(() -> client.deleteImageV11(ID))));
        }
        assertThat(said).hasSizeGreaterThan(6).noneMatch(text -> text.contains("secret"));
    }

    @Test
    void aRedirectIsNotFollowed() {
        service.answers(302, Map.of("Location", service.endpoint() + "/elsewhere"), "");
        assertThatThrownBy(() -> client(() -> "a-token").deleteImageV11(ID))
                .isInstanceOf(UnexpectedAnswerException.class);
        assertThat(service.paths).hasSize(1);
    }

    private ImageServiceClient client(Supplier<String> token) {
        return ImageServiceClient.builder(service.endpoint()).token(token).build();
    }

    private static Throwable reasonForNoToken(ImageServiceClient client) {
        Throwable failure = catchThrowable(() -> client.showImage(ID));
        assertThat(failure).isInstanceOf(NoTokenException.class).hasCauseInstanceOf(TimeoutException.class);
        return Objects.requireNonNull(failure.getCause());
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as Kotlin and Lombok do it
    private static <E extends Exception> String undeclared(Exception checked) throws E {
        throw (E) checked;
    }

    private static String afterThe(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "too-late";
    }

    private static List<String> listenToTheLog() {
        List<String> said = new ArrayList<>();
        Logger.getLogger(ImageServiceClient.class.getName()).addHandler(new Handler() {
            @Override
            public void publish(LogRecord entry) {
                said.add(entry.getMessage() + Arrays.toString(entry.getParameters()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        });
        return said;
    }

    private static String everything(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
