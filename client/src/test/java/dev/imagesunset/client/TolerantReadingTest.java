package dev.imagesunset.client;

import static dev.imagesunset.client.ServedImages.ID;
import static dev.imagesunset.client.ServedImages.image;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagesunset.client.json.Json;
import dev.imagesunset.client.model.Image;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TolerantReadingTest {
    @Test
    void anImageIsReadAsTheServiceWritesIt() throws IOException {
        Image image = show(image(ID, ",\"os_distro\":\"Grün 🌱\""));
        assertThat(image.getId()).hasToString(ID);
        assertThat(image.getStatus()).isEqualTo(Image.StatusEnum.ACTIVE);
        assertThat(image.getName()).isNull();
        assertThat(image.getChecksum()).isNull();
        assertThat(image.getSize()).isEqualTo(42);
        assertThat(image.getCreatedAt()).isEqualTo(OffsetDateTime.parse("2016-05-20T08:00:00Z"));
        assertThat(image.getTags()).containsExactly("nightly");
        assertThat(image.getAdditionalProperties()).isEqualTo(Map.of("os_distro", "Grün 🌱"));
    }

    @Test
    void customPropertiesSurviveAWayThroughJson() {
        Image image = read(image(ID, ",\"os_distro\":\"debian\""));
        assertThat(read(Json.write(image.toMap()))).isEqualTo(image);
    }

    @Test
    void wordsOfALaterServiceAreUnknownAndNothingWorse() throws IOException {
        Image image = show(image(ID, "").replace("active", "archived").replace("private", "secret"));
        assertThat(image.getStatus()).isEqualTo(Image.StatusEnum.UNKNOWN_DEFAULT_OPEN_API);
        assertThat(image.getVisibility()).isEqualTo(Image.VisibilityEnum.UNKNOWN_DEFAULT_OPEN_API);
    }

    @Test
    void propertiesOfALaterServiceThatAreNoTextsAreTheirJson() throws IOException {
        Image image = show(image(ID, ",\"a\":[1,{\"b\":2}],\"c\":{\"d\":[]},\"e\":7,\"f\":true,\"g\":null"));
        assertThat(image.getAdditionalProperties())
                .containsEntry("a", "[1,{\"b\":2}]")
                .containsEntry("c", "{\"d\":[]}")
                .containsEntry("e", "7")
                .containsEntry("f", "true")
                .containsEntry("g", null);
        assertThat(image.getTags()).containsExactly("nightly");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "additionalProperties",
                "additionalProperty",
                "diskFormat",
                "createdAt",
                "_protected",
                "isProtected",
                "class",
                "@type"
            })
    void aCustomPropertyMayHaveAnyName(String name) throws IOException {
        Image image = show(image(ID, ",\"" + name + "\":\"x\",\"other\":\"y\""));
        assertThat(image.getAdditionalProperties()).isEqualTo(Map.of(name, "x", "other", "y"));
        assertThat(read(Json.write(image.toMap()))).isEqualTo(image);
        Image odd = show(image(ID, ",\"" + name + "\":{\"a\":[]},\"other\":\"y\""));
        assertThat(odd.getAdditionalProperties()).isEqualTo(Map.of(name, "{\"a\":[]}", "other", "y"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>Welcome</html>", "{", "[]", "7", "{\"id\":\"x\"}"})
    void aSuccessThatIsNoImageIsUnexpected(String body) {
        assertThatThrownBy(() -> show(body))
                .isInstanceOfSatisfying(UnexpectedAnswerException.class, e -> {
                    assertThat(e.status()).isEqualTo(200);
                    assertThat(e.requestId()).hasValue(FakeService.REQUEST_ID);
                    assertThat(e.mayHaveBeenDone()).isTrue();
                    assertThat(e.getCause()).isNotNull();
                })
                .hasMessageContaining("Showing image " + ID + " was answered with 200 [" + FakeService.REQUEST_ID)
                .hasMessageContaining("illegible");
    }

    @Test
    void aSuccessWithoutABodyIsUnexpected() {
        assertThatThrownBy(() -> show(""))
                .isInstanceOfSatisfying(UnexpectedAnswerException.class, e -> assertThat(e.status())
                        .isEqualTo(200))
                .hasMessageContaining("it has no body")
                .hasMessageContaining(FakeService.REQUEST_ID);
    }

    private static Image read(String json) {
        return Image.of(Json.readObject(json));
    }

    private static Image show(String body) throws IOException {
        try (FakeService service = new FakeService()) {
            service.answersJson(200, body);
            return ImageServiceClient.builder(service.endpoint())
                    .token(() -> "a-token")
                    .retries(RetryPolicy.none())
                    .build()
                    .showImage(ID);
        }
    }
}
