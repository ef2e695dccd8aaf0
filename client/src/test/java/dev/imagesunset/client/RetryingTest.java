package dev.imagesunset.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("removal")
@Timeout(20)
class RetryingTest {
    private static final String ID = "3c3d1d01-b48a-4639-8a88-08be3b9b5d78";

    private final FakeService service = new FakeService();
    private final FakeTime time = new FakeTime();

    RetryingTest() throws IOException {}

    @AfterEach
    void stop() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 503, 504})
    void anUnavailableServiceIsTriedAgainWithPausesThatDouble(int status) {
        service.answers(status).answers(status).answers(status).answers(204);
        assertThat(delete().certainty()).isEqualTo(Deletion.Certainty.CONFIRMED);
        assertThat(time.pauses).containsExactly(Duration.ofMillis(200), Duration.ofMillis(400), Duration.ofMillis(800));
    }

    @Test
    void afterTheLastTryTheServiceIsUnavailable() {
        service.answers(503).answers(503).answers(503).answers(503, "catalogue-unavailable");
        assertThatThrownBy(this::delete)
                .isInstanceOf(ServiceUnavailableException.class)
                .hasMessageContaining("catalogue-unavailable");
        assertThat(service.paths).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 403, 404, 405, 406, 408, 409, 410, 418, 500, 501})
    void anyOtherAnswerIsFinal(int status) {
        service.answers(status, Map.of("Retry-After", "1"), "");
        assertThatThrownBy(this::delete).isInstanceOfSatisfying(ImageServiceException.class, e -> assertThat(e.status())
                .isEqualTo(status));
        assertThat(service.paths).hasSize(1);
        assertThat(time.pauses).isEmpty();
    }

    @Test
    void thePauseIsAsLongAsTheAnswerAsksForAndUpToHalfAsLongAgain() {
        service.answers(503, Map.of("Retry-After", "7"), "")
                .answers(503, Map.of("Retry-After", "Tue, 24 Nov 2026 00:00:12 GMT"), "")
                .answers(503, Map.of("Retry-After", "soon"), "")
                .answers(204);
        delete();
        assertThat(time.pauses)
                .containsExactly(Duration.ofMillis(10_500), Duration.ofMillis(2_250), Duration.ofMillis(800));
    }

    @Test
    void aPauseThatOutlastsTheDeadlineEndsTheCallAtOnce() {
        service.answers(503, Map.of("Retry-After", "31"), "");
        assertThatThrownBy(this::delete).isInstanceOf(ServiceUnavailableException.class);
        assertThat(time.pauses).isEmpty();
    }

    @Test
    void theDeadlineHoldsOverAllTries() {
        service.answers(503, Map.of("Retry-After", "20"), "").answers(503, Map.of("Retry-After", "11"), "");
        assertThatThrownBy(this::delete).isInstanceOf(ServiceUnavailableException.class);
        assertThat(time.pauses).containsExactly(Duration.ofSeconds(25));
    }

    @Test
    void aConnectionThatIsDroppedIsTriedAgain() {
        service.dropsTheConnection().answers(204);
        assertThat(delete().certainty()).isEqualTo(Deletion.Certainty.CONFIRMED);
    }

    @Test
    void aNotFoundAfterALostAnswerMeansThatAnEarlierTryGotThrough() {
        service.dropsTheConnection().answers(404, "image-not-found");
        Deletion deletion = delete();
        assertThat(deletion.certainty()).isEqualTo(Deletion.Certainty.BY_AN_EARLIER_TRY);
        assertThat(deletion.requestId()).hasValue(FakeService.REQUEST_ID);
    }

    @Test
    void aNotFoundAfterAnUnavailableServiceMeansTheSame() {
        service.answers(503).answers(503).answers(404, "image-not-found");
        assertThat(delete().certainty()).isEqualTo(Deletion.Certainty.BY_AN_EARLIER_TRY);
    }

    @Test
    void aGatewaysNotFoundAfterALostAnswerTellsNothingOfTheImage() {
        service.dropsTheConnection().answers(404, Map.of("Content-Type", "text/html"), "<html>default backend</html>");
        assertThatThrownBy(this::delete).isInstanceOf(ImageNotFoundException.class);
        service.answers(503).answers(404);
        assertThatThrownBy(this::delete).isInstanceOf(ImageNotFoundException.class);
    }

    @Test
    void aNotFoundAfterARefusedTokenIsANotFound() {
        List<String> tokens = new ArrayList<>(List.of("old", "new"));
        service.answers(401).answers(404, "image-not-found");
        assertThatThrownBy(() -> client().token(() -> tokens.remove(0)).build().deleteImageV11(ID))
                .isInstanceOf(ImageNotFoundException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"path-not-found", "operation-elsewhere"})
    void whatIsNotThereAtAllTellsOfAWrongEndpointEvenAfterALostAnswer(String code) {
        service.dropsTheConnection().answers(404, code);
        assertThatThrownBy(this::delete).isInstanceOf(UnexpectedAnswerException.class);
    }

    @Test
    void anUnavailableServiceIsNamedWithTheNumberOfTries() {
        service.answers(503).answers(503).answers(503).answers(503, "catalogue-unavailable");
        assertThatThrownBy(this::delete).hasMessageEndingWith("(after 4 tries)");
    }

    @Test
    void anInterruptedCallEndsAndLeavesTheThreadInterrupted() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(this::delete).isInstanceOf(NoAnswerException.class).hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void theListenerIsToldOfEachRetryAndMayFail() {
        List<String> told = new ArrayList<>();
        ClientListener listener = new ClientListener() {
            @Override
            public void retrying(int failedTries, Duration pause, ImageServiceException reason) {
                told.add(failedTries + " " + pause + " " + reason.status());
                throw new IllegalStateException("A listener's own fault");
            }
        };
        service.answers(503).answers(204);
        client().token(() -> "a-token").listener(listener).build().deleteImageV11(ID);
        assertThat(told).containsExactly("1 PT0.2S 503");
    }

    @Test
    void aListenerThatThrowsWhatItDoesNotDeclareDoesNotChangeTheCall() {
        ClientListener listener = new ClientListener() {
            @Override
            public void deprecated(DeprecationNotice notice) {
                throw RetryingTest.<RuntimeException>undeclared(new IOException("The disk is full"));
            }

            @Override
            public void retrying(int failedTries, Duration pause, ImageServiceException reason) {
                throw RetryingTest.<RuntimeException>undeclared(new IOException("The disk is full"));
            }
        };
        Map<String, String> notice = Map.of("Deprecation", "@1475712000");
        ImageService images = client().token(() -> "a-token").listener(listener).build();
        service.answers(503).answers(204);
        assertThat(images.deleteImageV11(ID).certainty()).isEqualTo(Deletion.Certainty.CONFIRMED);
        service.answers(204, notice, "");
        assertThat(images.deleteImageV11(ID).certainty()).isEqualTo(Deletion.Certainty.CONFIRMED);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as Kotlin and Lombok do it
    private static <E extends Exception> E undeclared(Exception checked) throws E {
        throw (E) checked;
    }

    private Deletion delete() {
        return client().token(() -> "a-token").build().deleteImageV11(ID);
    }

    private ImageServiceClientBuilder client() {
        return ImageServiceClient.builder(service.endpoint()).time(time);
    }
}
