package dev.imagesunset.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagesunset.api.ImageServiceContract;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SuppressWarnings("removal")
class ImageServiceClientTest {
    private static final String ID = "3c3d1d01-b48a-4639-8a88-08be3b9b5d78";

    @Test
    void theDeprecationIsAsOldAsTheContractSays() throws IOException, NoSuchMethodException {
        Deprecated deprecated = ImageServiceClient.class
                .getMethod("deleteImageV11", String.class)
                .getAnnotation(Deprecated.class);
        try (InputStream yaml = ImageServiceContract.url().openStream()) {
            JsonNode contract = JsonMapper.shared().valueToTree(new Yaml().load(yaml));
            assertThat(contract.at("/paths/~1v1.1~1images~1{image_id}/delete/x-deprecated-at")
                            .asString())
                    .isEqualTo(deprecated.since());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ims.example.com",
                "ftp://ims.example.com",
                "http:///v1",
                "https://u:p@ims.example.com",
                "https://ims.example.com:99999",
                "https://ims.example.com:0",
                "https://ims.example.com?x",
                "https://ims.example.com#x"
            })
    void anEndpointThatIsNoneIsRefused(String endpoint) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageServiceClient.builder(URI.create(endpoint)))
                .withMessageContaining("endpoint");
    }

    @Test
    void aPathOfTheEndpointIsAPrefixAndTheIdIsEscaped() throws IOException {
        try (FakeService service = new FakeService()) {
            service.answers(204);
            builder(URI.create(service.endpoint() + "/ims/")).build().deleteImageV11("a/b c");
            assertThat(service.paths).containsExactly("/ims/v1.1/images/a%2Fb%20c");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/, ''",
        "/v2, ''",
        "/v2/, ''",
        "/v1.1, ''",
        "//v2.0//, ''",
        "/ims/v2, /ims",
        "/v2/ims, /v2/ims",
        "/ims-v2, /ims-v2",
        "/v2x, /v2x"
    })
    void anEndpointMayEndInASlashOrAVersionAsOpenStacksCataloguesGiveIt(String path, String prefix) throws IOException {
        try (FakeService service = new FakeService()) {
            service.answers(204).answers(204);
            ImageServiceClient client =
                    builder(URI.create(service.endpoint() + path)).build();
            client.deleteImage("1");
            client.deleteImageV11("1");
            assertThat(service.paths).containsExactly(prefix + "/v2/images/1", prefix + "/v1.1/images/1");
        }
    }

    @Test
    void aHostMayBeNamedLikeAVersion() {
        assertThat(builder(URI.create("http://v2")).build()).hasToString("ImageServiceClient[http://v2]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", ".."})
    void anIdThatWouldChangeThePathIsRefused(String id) {
        ImageServiceClient client = builder(URI.create("http://localhost")).build();
        assertThatIllegalArgumentException().isThrownBy(() -> client.deleteImageV11(id));
    }

    @Test
    void aClientNeedsAToken() {
        assertThatThrownBy(() -> ImageServiceClient.builder(URI.create("http://localhost"))
                        .build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("token(...)");
    }

    @Test
    void timesArePositive() {
        ImageServiceClientBuilder builder = builder(URI.create("http://localhost"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.connectTimeout(Duration.ZERO))
                .withMessageContaining("connectTimeout");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.requestTimeout(Duration.ofSeconds(-1)))
                .withMessageContaining("requestTimeout");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.deadline(Duration.ZERO))
                .withMessageContaining("deadline");
        assertThatIllegalArgumentException().isThrownBy(() -> new RetryPolicy(0, Duration.ZERO, Duration.ZERO));
    }

    @Test
    void timesMayBeAsLongAsTheyLike() throws IOException {
        Duration endless = Duration.ofSeconds(Long.MAX_VALUE);
        try (FakeService service = new FakeService()) {
            service.answers(503).answers(204).answers(204);
            ImageServiceClientBuilder builder = builder(service.endpoint())
                    .connectTimeout(endless)
                    .requestTimeout(endless)
                    .deadline(endless)
                    .time(new FakeTime());
            ImageService images = builder.retries(new RetryPolicy(4, Duration.ofMillis(1), endless))
                    .build();
            assertThat(images.deleteImage(ID).certainty()).isEqualTo(Deletion.Certainty.CONFIRMED);
            assertThat(images.deleteImageAsync(ID).join().certainty()).isEqualTo(Deletion.Certainty.CONFIRMED);
        }
        RetryPolicy patient = new RetryPolicy(100, endless, endless);
        assertThat(patient.longestPauseAfter(2)).isEqualTo(endless);
        assertThat(new RetryPolicy(100, endless, Duration.ofSeconds(5)).longestPauseAfter(99))
                .isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void theSchemeOfAnEndpointMayBeInUpperCase() {
        assertThat(builder(URI.create("HTTPS://ims.example.com/v2")).build())
                .hasToString("ImageServiceClient[https://ims.example.com]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder(URI.create("HTTP://ims.example.com")).httpsOnly(true));
    }

    @Test
    void anUnderscoreInAHostIsRefusedWithTheReason() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageServiceClient.builder(URI.create("http://me:secret@image_service:8080")))
                .withMessageContaining("underscore")
                .withMessageContaining("java.net.URI")
                .withMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>Bad gateway</html>", "{", "[]", "null", "\"text\"", "{\"status\":\"x\"}", "{}"})
    void anAnswerThatIsNoProblemDocumentIsStillTheRightException(String body) throws IOException {
        try (FakeService service = new FakeService()) {
            service.answers(403, Map.of("Content-Type", "text/html"), body);
            assertThatThrownBy(() -> builder(service.endpoint()).build().deleteImageV11(ID))
                    .isInstanceOf(PermissionDeniedException.class)
                    .hasMessageContaining("403")
                    .hasMessageContaining(FakeService.REQUEST_ID)
                    .hasMessageNotContaining("html")
                    .hasMessageNotContaining("null");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204})
    void aDeleteIsConfirmedByEitherAnswerThatTheServiceHasForIt(int status) throws IOException {
        try (FakeService service = new FakeService()) {
            service.answers(status).answers(status);
            ImageServiceClient client = builder(service.endpoint()).build();
            assertThat(client.deleteImage(ID).certainty()).isEqualTo(Deletion.Certainty.CONFIRMED);
            assertThat(client.deleteImageV11(ID).certainty()).isEqualTo(Deletion.Certainty.CONFIRMED);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 202, 203, 205, 206, 207, 299})
    void anotherSuccessConfirmsNoDelete(int status) throws IOException {
        try (FakeService service = new FakeService()) {
            service.answers(status).answers(status);
            ImageServiceClient client = builder(service.endpoint()).build();
            for (ThrowingCallable delete :
                    List.<ThrowingCallable>of(() -> client.deleteImage(ID), () -> client.deleteImageV11(ID))) {
                assertThatThrownBy(delete).isInstanceOfSatisfying(UnexpectedAnswerException.class, e -> {
                    assertThat(e.status()).isEqualTo(status);
                    assertThat(e.mayHaveBeenDone()).isTrue();
                });
            }
        }
    }

    private static ImageServiceClientBuilder builder(URI endpoint) {
        return ImageServiceClient.builder(endpoint).token(() -> "a-token").retries(RetryPolicy.none());
    }
}
