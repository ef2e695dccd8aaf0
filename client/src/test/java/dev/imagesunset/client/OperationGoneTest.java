package dev.imagesunset.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("removal")
class OperationGoneTest {
    private static final String GONE = """
            {"title":"t","status":410,"detail":"It rests.","code":"%s","successor":"DELETE /v2/images/{image_id}","request_id":"req-1"}
            """;

    private final FakeService service = new FakeService();
    private final FakeTime time = new FakeTime();

    OperationGoneTest() throws IOException {}

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void aBrownoutEndsWhenItsHeaderSaysAndIsNotWaitedFor() {
        Map<String, String> headers =
                Map.of("Deprecation", "@1", "Brownout", "@1796119200;until=@1796122800", "Retry-After", "1");
        OperationGoneException gone = gone(headers, GONE.formatted("brownout"));
        assertThat(gone.isBrownout()).isTrue();
        assertThat(gone.until()).hasValue(Instant.parse("2026-12-01T11:00:00Z"));
        assertThat(gone).hasMessageContainingAll("It rests.", "call DELETE /v2/images/{image_id} instead");
        assertThat(service.paths).hasSize(1);
        assertThat(time.pauses).isEmpty();
    }

    @Test
    void aBrownoutWithoutItsHeaderEndsAfterRetryAfter() {
        OperationGoneException gone = gone(Map.of("Retry-After", "1800"), GONE.formatted("brownout"));
        assertThat(gone.until()).hasValue(Instant.parse("2026-11-24T00:30:00Z"));
    }

    @Test
    void whatIsGoneForGoodDoesNotComeBackWhateverTheHeadersSay() {
        Map<String, String> headers =
                Map.of("Deprecation", "@1", "Brownout", "@1796119200;until=@1796122800", "Retry-After", "1");
        OperationGoneException gone = gone(headers, GONE.formatted("operation-gone"));
        assertThat(gone.isBrownout()).isFalse();
        assertThat(gone.until()).isEmpty();
        assertThat(gone.successor()).hasValue("DELETE /v2/images/{image_id}");
    }

    @Test
    void withoutAProblemTheLinkNamesTheSuccessor() {
        Map<String, String> headers = Map.of("Deprecation", "@1", "Link", "</v2/images/1>; rel=\"successor-version\"");
        assertThat(gone(headers, "<html/>").successor()).hasValue(service.endpoint() + "/v2/images/1");
    }

    @Test
    void anAnswerThatNamesNoSuccessorIsStillTheRightException() {
        OperationGoneException gone = gone(Map.of(), "");
        assertThat(gone.successor()).isEmpty();
        assertThat(gone.isBrownout()).isFalse();
        assertThat(gone).hasMessageContaining("it has ended");
    }

    private OperationGoneException gone(Map<String, String> headers, String body) {
        service.answers(410, headers, body);
        ImageServiceClient images = ImageServiceClient.builder(service.endpoint())
                .token(() -> "a-token")
                .time(time)
                .build();
        return catchThrowableOfType(OperationGoneException.class, () -> images.deleteImageV11(ServedImages.ID));
    }
}
