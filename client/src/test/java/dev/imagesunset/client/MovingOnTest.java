package dev.imagesunset.client;

import static dev.imagesunset.client.ServedImages.ID;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code deleteImageV11} does, {@code deleteImage} does. */
@SuppressWarnings("removal")
class MovingOnTest {
    @ParameterizedTest
    @ValueSource(ints = {200, 204, 400, 401, 403, 404, 409, 500, 502, 503, 504})
    void anAnswerMeansTheSame(int status) throws IOException {
        Script script = service -> service.answers(status, "a-code").answers(status, "a-code");
        assertThat(outcome(script, ImageServiceClient::deleteImage))
                .isEqualTo(outcome(script, ImageServiceClient::deleteImageV11));
    }

    @Test
    void aNotFoundAfterALostAnswerMeansTheSame() throws IOException {
        Script script = service -> service.dropsTheConnection().answers(404, "image-not-found");
        assertThat(outcome(script, ImageServiceClient::deleteImage))
                .isEqualTo(outcome(script, ImageServiceClient::deleteImageV11))
                .contains("BY_AN_EARLIER_TRY");
    }

    @Test
    void onlyThePathIsAnother() throws IOException {
        try (FakeService service = new FakeService()) {
            service.answers(204);
            client(service).deleteImage("a/b c");
            assertThat(service.paths).containsExactly("/v2/images/a%2Fb%20c");
        }
    }

    private interface Script {
        FakeService tell(FakeService service);
    }

    private static String outcome(Script script, BiFunction<ImageServiceClient, String, Deletion> delete)
            throws IOException {
        try (FakeService service = new FakeService()) {
            return delete.apply(client(script.tell(service)), ID).toString();
        } catch (ImageServiceException e) {
            return e.toString().replace(" (v1.1)", "");
        }
    }

    private static ImageServiceClient client(FakeService service) {
        return ImageServiceClient.builder(service.endpoint())
                .token(() -> "a-token")
                .retries(new RetryPolicy(
                        2,
                        RetryPolicy.standard().firstPause(),
                        RetryPolicy.standard().longestPause()))
                .time(new FakeTime())
                .build();
    }
}
