package dev.imagesunset.client;

import static dev.imagesunset.client.ServedImages.ID;
import static dev.imagesunset.client.ServedImages.image;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagesunset.client.model.Image;
import dev.imagesunset.client.model.NewImage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(20)
class CreatingTest {
    private final FakeService service = new FakeService();
    private final FakeTime time = new FakeTime();
    private final ImageServiceClient client = ImageServiceClient.builder(service.endpoint())
            .token(() -> "a-token")
            .time(time)
            .build();

    CreatingTest() throws IOException {}

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void whatIsSetIsSentAndWhatIsNotIsLeftOut() {
        service.answersJson(201, image(ID, ",\"os_distro\":\"debian\""));
        NewImage wanted = NewImage.builder()
                .id(ID)
                .name("Grün")
                .visibility(NewImage.VisibilityEnum.PRIVATE)
                .minDisk(3)
                .tags(List.of("nightly"))
                .putAdditionalProperty("os_distro", "debian")
                .build();
        Image image = client.createImage(wanted);
        assertThat(sent(0)).isEqualTo(JsonMapper.shared().readTree("""
                {"id":"%s","name":"Grün","visibility":"private","min_disk":3,"tags":["nightly"],"os_distro":"debian"}
                """.formatted(ID)));
        assertThat(image.getAdditionalProperties()).isEqualTo(Map.of("os_distro", "debian"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"additionalProperties", "diskFormat", "_protected", "class"})
    void aCustomPropertyMayHaveAnyName(String name) {
        service.answersJson(201, image(ID, ""));
        client.createImage(NewImage.builder()
                .id(ID)
                .putAdditionalProperty(name, "x")
                .putAdditionalProperty("other", "y")
                .build());
        assertThat(sent(0).path(name).asString()).isEqualTo("x");
        assertThat(sent(0).path("other").asString()).isEqualTo("y");
    }

    @Test
    void aCreateWithoutAnIdIsRepeatedUnderOneAndTheSameId() {
        service.dropsTheConnection().answers(503).answersJson(201, image(ID, ""));
        NewImage wanted = NewImage.builder().name("my-image").build();
        client.createImage(wanted);
        assertThat(service.paths).hasSize(3).containsOnly("/v2/images");
        assertThat(sent(0).get("id").asString()).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertThat(service.bodies).containsOnly(service.bodies.get(0));
        assertThat(wanted).isEqualTo(NewImage.builder().name("my-image").build());
    }

    @Test
    void everyCreateWithoutAnIdHasAnotherOne() {
        service.answersJson(201, image(ID, "")).answersJson(201, image(ID, ""));
        client.createImage(NewImage.builder().build());
        client.createImage(NewImage.builder().build());
        assertThat(sent(0).get("id")).isNotEqualTo(sent(1).get("id"));
    }

    @Test
    void anIdThatIsTakenAfterALostAnswerIsTheImageThatAnEarlierTryCreated() {
        service.dropsTheConnection()
                .answers(409, "image-exists")
                .answersJson(200, image(ID, ",\"os_distro\":\"debian\""));
        Image image = client.createImage(NewImage.builder().build());
        assertThat(image.getAdditionalProperty("os_distro")).isEqualTo("debian");
        assertThat(service.paths)
                .last()
                .isEqualTo("/v2/images/" + sent(0).get("id").asString());
    }

    @Test
    void showingWhatAnEarlierTryCreatedHasNoDeadlineOfItsOwn() {
        service.answers(503, Map.of("Retry-After", "20"), "")
                .answers(409, "image-exists")
                .answers(503, Map.of("Retry-After", "11"), "");
        assertThatThrownBy(() -> client.createImage(NewImage.builder().build()))
                .isInstanceOf(ServiceUnavailableException.class);
        assertThat(time.pauses).containsExactly(Duration.ofSeconds(25));
    }

    @Test
    void aConflictThatFollowsNoLostAnswerIsAConflict() {
        service.answers(503, "identity-unavailable").answers(409, "image-exists");
        assertThatThrownBy(() -> client.createImage(NewImage.builder().build())).isInstanceOf(ConflictException.class);
    }

    @Test
    void anotherConflictAfterALostAnswerIsNotTakenForTheImageThatAnEarlierTryCreated() {
        service.dropsTheConnection().answers(409);
        assertThatThrownBy(() -> client.createImage(NewImage.builder().build())).isInstanceOf(ConflictException.class);
        assertThat(service.paths).containsExactly("/v2/images", "/v2/images");
    }

    @Test
    void aCreateUnderTheCallersIdIsNotRepeatedWhenItMayHaveGotThrough() {
        service.dropsTheConnection();
        assertThatThrownBy(() -> client.createImage(NewImage.builder().id(ID).build()))
                .isInstanceOf(NoAnswerException.class);
        service.answers(503, "catalogue-unavailable");
        assertThatThrownBy(() -> client.createImage(NewImage.builder().id(ID).build()))
                .isInstanceOf(ServiceUnavailableException.class);
        assertThat(time.pauses).isEmpty();
    }

    @Test
    void aCreateUnderTheCallersIdIsRepeatedWhenNothingGotThrough() {
        service.answers(503, "identity-unavailable").answersJson(201, image(ID, ""));
        client.createImage(NewImage.builder().id(ID).build());
        assertThat(service.bodies).hasSize(2);
    }

    @Test
    void anIdOfTheCallersThatIsTakenIsAConflict() {
        service.answers(409, "image-exists");
        assertThatThrownBy(() -> client.createImage(NewImage.builder().id(ID).build()))
                .isInstanceOfSatisfying(
                        ConflictException.class, e -> assertThat(e.code()).hasValue("image-exists"))
                .hasMessageContaining(ID);
    }

    private JsonNode sent(int number) {
        return JsonMapper.shared().readTree(service.bodies.get(number));
    }
}
