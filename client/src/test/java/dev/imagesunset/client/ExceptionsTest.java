package dev.imagesunset.client;

import static dev.imagesunset.client.ServedImages.ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.imagesunset.client.model.Change;
import dev.imagesunset.client.model.NewImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Collections;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong comes out as an {@link ImageServiceException}, which can be sent elsewhere. */
@SuppressWarnings("removal")
class ExceptionsTest {
    private static final String PROBLEM = """
            {"title":"t","status":410,"detail":"d","code":"brownout","successor":"DELETE /v2/images/{image_id}","request_id":"req-1"}
            """;
    private static final Map<String, String> NOTICE = Map.of(
            "Deprecation",
            "@1475712000",
            "Sunset",
            "Fri, 31 Dec 2027 00:00:00 GMT",
            "Brownout",
            "@1796119200;until=@1796122800",
            "Link",
            "</v2/images/1>; rel=successor-version");

    private final FakeService service = new FakeService();

    ExceptionsTest() throws IOException {}

    @AfterEach
    void stop() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 401, 403, 404, 409, 410, 418, 429, 500, 502, 503, 504})
    void aRefusalSaysTheSameAfterSerialization(int status) {
        service.answers(status, NOTICE, PROBLEM);
        ImageServiceException sent = thrown(images -> images.deleteImageV11(ID));
        ImageServiceException received = copy(sent);
        assertThat(received.status()).isEqualTo(status);
        assertThat(received.problem()).isPresent().isEqualTo(sent.problem());
        assertThat(received.code()).hasValue("brownout");
        assertThat(received.requestId()).hasValue(FakeService.REQUEST_ID);
        assertThat(received.deprecation()).hasValueSatisfying(notice -> {
            assertThat(notice).hasToString(sent.deprecation().orElseThrow().toString());
            assertThat(notice.daysLeft()).isPresent();
            assertThat(notice.successor()).isPresent();
        });
    }

    @Test
    void anOperationThatIsGoneNamesItsSuccessorAfterSerialization() {
        service.answers(410, NOTICE, PROBLEM);
        OperationGoneException gone = (OperationGoneException) copy(thrown(images -> images.deleteImageV11(ID)));
        assertThat(gone.isBrownout()).isTrue();
        assertThat(gone.until()).isPresent();
        assertThat(gone.successor()).hasValue("DELETE /v2/images/{image_id}");
    }

    @Test
    void aCallWithoutAnAnswerCanBeSentElsewhereToo() {
        service.dropsTheConnection();
        saysNothing(copy(thrown(images -> images.showImage(ID))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "{\"id\":7}", "{}", ""})
    void anIllegibleSuccessCanBeSentElsewhereToo(String body) {
        service.answersJson(200, body);
        assertThat(copy(thrown(images -> images.showImage(ID)))).isInstanceOf(UnexpectedAnswerException.class);
    }

    @Test
    void aTokenSupplierThatFailsIsNoExceptionOfItsOwn() {
        ImageServiceException failure = thrown(
                () -> {
                    throw new IllegalStateException("Keystone rests");
                },
                images -> images.showImage(ID));
        assertThat(failure).hasMessageContaining("Showing image " + ID).hasMessageContaining("Keystone rests");
        assertThat(failure.getCause()).isInstanceOf(IllegalStateException.class);
        assertThat(service.paths).isEmpty();
        saysNothing(copy(failure));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a secret", "secret\r\nX-Evil: yes", "secr\u00e9t"})
    void whatCannotBeATokenIsNoExceptionOfItsOwn(String token) {
        assertThat(thrown(() -> token, images -> images.showImage(ID)))
                .hasMessageContaining("no token of visible ASCII characters")
                .hasMessageNotContaining("cr");
    }

    @Test
    void noNameOfACustomPropertyHasASpecialMeaning() {
        service.answersJson(200, ServedImages.image(ID, ",\"additionalProperties\":\"x\""))
                .answersJson(201, ServedImages.image(ID, ""));
        ImageServiceClient client = client(() -> "a-token");
        assertThat(client.showImage(ID).getAdditionalProperties()).containsEntry("additionalProperties", "x");
        client.createImage(NewImage.builder()
                .putAdditionalProperty("additionalProperties", "x")
                .putAdditionalProperty("a", "b")
                .build());
        assertThat(service.bodies.get(1)).contains("\"additionalProperties\":\"x\"", "\"a\":\"b\"");
    }

    @Test
    void aValueThatIsNoJsonIsTheCallersMistake() {
        Object nameless = Collections.singletonMap(null, "x");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageChange.replace("name", nameless))
                .withMessage("The value of name cannot be written as JSON");
        Change.Builder change =
                Change.builder().op(Change.OpEnum.ADD).path("/name").value(nameless);
        assertThatIllegalArgumentException().isThrownBy(change::build);
    }

    private static void saysNothing(ImageServiceException e) {
        assertThat(e.status()).isZero();
        assertThat(e.problem()).isEmpty();
        assertThat(e.code()).isEmpty();
        assertThat(e.requestId()).isEmpty();
        assertThat(e.deprecation()).isEmpty();
    }

    private ImageServiceException thrown(Consumer<ImageServiceClient> call) {
        return thrown(() -> "a-token", call);
    }

    private ImageServiceException thrown(Supplier<String> token, Consumer<ImageServiceClient> call) {
        Throwable thrown = catchThrowable(() -> call.accept(client(token)));
        assertThat(thrown).isInstanceOf(ImageServiceException.class);
        return (ImageServiceException) thrown;
    }

    private ImageServiceClient client(Supplier<String> token) {
        return ImageServiceClient.builder(service.endpoint())
                .token(token)
                .retries(RetryPolicy.none())
                .build();
    }

    private static ImageServiceException copy(ImageServiceException sent) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(sent);
            }
            try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                return (ImageServiceException) in.readObject();
            }
        } catch (IOException | ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
