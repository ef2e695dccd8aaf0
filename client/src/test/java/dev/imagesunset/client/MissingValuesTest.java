package dev.imagesunset.client;

import static dev.imagesunset.client.ServedImages.ID;
import static dev.imagesunset.client.ServedImages.image;
import static dev.imagesunset.client.ServedImages.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagesunset.client.model.NewImage;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Whatever the contract has a value for, and a service leaves out. */
class MissingValuesTest {
    private static final List<String> OPTIONAL = List.of("name", "owner", "size", "virtual_size");

    static Stream<String> required() {
        return JsonMapper.shared().readTree(image(ID, "")).propertyNames().stream()
                .filter(property -> !OPTIONAL.contains(property));
    }

    @ParameterizedTest
    @MethodSource("required")
    void anImageWithoutAValueIsUnexpected(String property) throws IOException {
        ObjectNode without = (ObjectNode) JsonMapper.shared().readTree(image(ID, ""));
        isUnexpected(without.putNull(property), property, images -> images.showImage(ID));
        isUnexpected(
                without.without(property),
                property,
                images -> images.createImage(NewImage.builder().build()));
    }

    @Test
    void aTagThatIsNullIsUnexpected() throws IOException {
        JsonNode image = JsonMapper.shared().readTree(image(ID, "").replace("[\"nightly\"]", "[\"a\",null]"));
        isUnexpected(image, "tags", images -> images.updateImage(ID, List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"images\":null,\"first\":\"/\",\"schema\":\"/\"}",
                "{\"first\":\"/\",\"schema\":\"/\"}",
                "{\"images\":[null],\"first\":\"/\",\"schema\":\"/\"}",
                "{}"
            })
    void aPageWithoutItsImagesIsUnexpectedAndNotEmpty(String page) throws IOException {
        isUnexpected(JsonMapper.shared().readTree(page), "images", MissingValuesTest::list);
    }

    @Test
    void anImageOfAPageWithoutItsIdIsUnexpected() throws IOException {
        JsonNode page = JsonMapper.shared().readTree(page(null, ID).replace("\"id\":\"" + ID + "\"", "\"id\":null"));
        isUnexpected(page, "id", MissingValuesTest::list);
    }

    @Test
    void whatTheContractDoesNotPromiseMayBeMissing() throws IOException {
        ObjectNode image = (ObjectNode) JsonMapper.shared().readTree(image(ID, ""));
        try (FakeService service = new FakeService()) {
            service.answersJson(200, image.without(OPTIONAL).toString());
            assertThat(client(service).showImage(ID).getName()).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "{\"title\":null,\"status\":null,\"detail\":null,\"code\":null}"})
    void aRefusalWithoutItsReasonsIsStillARefusal(String problem) throws IOException {
        for (int status : new int[] {400, 401, 403, 404, 409, 410, 418, 429, 500, 503}) {
            try (FakeService service = new FakeService()) {
                service.answersJson(status, problem);
                assertThatThrownBy(() -> client(service).showImage(ID))
                        .isInstanceOfSatisfying(ImageServiceException.class, e -> {
                            assertThat(e.status()).isEqualTo(status);
                            assertThat(e.code()).isEmpty();
                            assertThat(e.requestId()).hasValue(FakeService.REQUEST_ID);
                        })
                        .hasMessageNotContaining("null");
            }
        }
    }

    private static void isUnexpected(JsonNode answer, String what, Consumer<ImageServiceClient> call)
            throws IOException {
        try (FakeService service = new FakeService()) {
            service.answersJson(200, answer.toString());
            assertThatThrownBy(() -> call.accept(client(service)))
                    .isInstanceOf(UnexpectedAnswerException.class)
                    .hasMessageContaining("200")
                    .hasMessageContaining(what)
                    .hasMessageContaining(FakeService.REQUEST_ID);
        }
    }

    private static void list(ImageServiceClient images) {
        images.listImages(ImageQuery.all()).forEach(image -> assertThat(image).isNotNull());
    }

    private static ImageServiceClient client(FakeService service) {
        return ImageServiceClient.builder(service.endpoint())
                .token(() -> "a-token")
                .retries(RetryPolicy.none())
                .build();
    }
}
