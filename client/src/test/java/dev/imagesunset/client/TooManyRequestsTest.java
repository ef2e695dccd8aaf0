package dev.imagesunset.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("removal")
@Timeout(20)
class TooManyRequestsTest {
    private static final String ID = "3c3d1d01-b48a-4639-8a88-08be3b9b5d78";

    private final FakeService service = new FakeService();
    private final FakeTime time = new FakeTime();

    TooManyRequestsTest() throws IOException {}

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void aCallerWhoIsTooFastWaitsAsLongAsAskedWithinTheDeadline() {
        service.answers(429, Map.of("Retry-After", "2"), "")
                .answers(429, Map.of("Retry-After", "Tuesday, 24-Nov-26 00:00:10 GMT"), "")
                .answers(204);
        assertThat(delete().certainty()).isEqualTo(Deletion.Certainty.CONFIRMED);
        assertThat(service.paths).hasSize(3);
        assertThat(time.nanos()).isGreaterThanOrEqualTo(Duration.ofSeconds(10).toNanos());
    }

    @Test
    void aCallerWhoIsTooFastLosesNoAnswer() {
        service.answers(429, Map.of("Retry-After", "2"), "").answers(404, "image-not-found");
        assertThatThrownBy(this::delete).isInstanceOf(ImageNotFoundException.class);
    }

    @Test
    void aCallerWhoIsTooFastAndIsNotToldForHowLongIsNotTriedAgain() {
        service.answers(429);
        assertThatThrownBy(this::delete)
                .isInstanceOf(ImageServiceException.class)
                .hasMessageContaining("429");
        assertThat(service.paths).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"31", "99999999999999999999", "Tue, 24 Nov 2026 00:00:31 GMT", "Tue Nov 24 00:00:31 2026"})
    void aCallerWhoIsTooFastForLongerThanTheDeadlineIsToldAtOnce(String retryAfter) {
        service.answers(429, Map.of("Retry-After", retryAfter), "");
        assertThatThrownBy(this::delete).hasMessageContaining("429");
        assertThat(time.pauses).isEmpty();
    }

    private Deletion delete() {
        return client().token(() -> "a-token").build().deleteImageV11(ID);
    }

    private ImageServiceClientBuilder client() {
        return ImageServiceClient.builder(service.endpoint()).time(time);
    }
}
