package dev.imagesunset.client;

import static dev.imagesunset.client.ImageChange.add;
import static dev.imagesunset.client.ImageChange.remove;
import static dev.imagesunset.client.ImageChange.replace;
import static dev.imagesunset.client.ServedImages.ID;
import static dev.imagesunset.client.ServedImages.image;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagesunset.client.model.Image;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.json.JsonMapper;

@Timeout(20)
class UpdatingTest {
    private final FakeService service = new FakeService();
    private final FakeTime time = new FakeTime();

    UpdatingTest() throws IOException {}

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void changesAreWrittenAsJsonPatchInTheirOrder() {
        service.answersJson(200, image(ID, ""));
        client(service.endpoint())
                .updateImage(
                        ID,
                        List.of(
                                replace("protected", false),
                                replace("visibility", Image.VisibilityEnum.SHARED),
                                replace("tags", List.of("a", "b")),
                                replace("name", null),
                                add("a/b~c", "1"),
                                remove("~1")));
        assertThat(JsonMapper.shared().readTree(service.bodies.get(0)))
                .isEqualTo(JsonMapper.shared().readTree("""
                        [{"op":"replace","path":"/protected","value":false},
                        {"op":"replace","path":"/visibility","value":"shared"},
                        {"op":"replace","path":"/tags","value":["a","b"]},
                        {"op":"replace","path":"/name","value":null},
                        {"op":"add","path":"/a~1b~0c","value":"1"},
                        {"op":"remove","path":"/~01"}]"""));
    }

    @Test
    void givingPropertiesValuesIsRepeated() {
        service.dropsTheConnection().answers(503).answersJson(200, image(ID, ""));
        client(service.endpoint()).updateImage(ID, List.of(replace("name", "a"), add("os_distro", "debian")));
        assertThat(service.bodies).hasSize(3).containsOnly(service.bodies.get(0));
    }

    @Test
    void removingAPropertyIsNotRepeatedWhenItMayHaveGotThrough() {
        service.dropsTheConnection();
        assertThatThrownBy(() -> client(service.endpoint()).updateImage(ID, List.of(add("a", "1"), remove("b"))))
                .isInstanceOf(NoAnswerException.class)
                .hasMessageContaining("Changing image " + ID)
                .hasMessageContaining("after 1 try");
        assertThat(time.pauses).isEmpty();
    }

    @Test
    void removingAPropertyIsRepeatedWhenNothingGotThrough() throws IOException {
        try (Socket silent = FakeService.silentPort()) {
            ImageServiceClient client = client(URI.create("http://127.0.0.1:" + silent.getLocalPort()));
            assertThatThrownBy(() -> client.updateImage(ID, List.of(remove("a"))))
                    .isInstanceOf(NoAnswerException.class);
        }
        assertThat(time.pauses).hasSize(3);
    }

    @Test
    void aPropertyThatIsNotThereIsAConflict() {
        service.answers(409, "property-not-found");
        assertThatThrownBy(() -> client(service.endpoint()).updateImage(ID, List.of(remove("a"))))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("property-not-found");
    }

    @Test
    void anIdThatWouldChangeThePathIsRefused() {
        ImageServiceClient client = client(service.endpoint());
        assertThatIllegalArgumentException().isThrownBy(() -> client.updateImage("..", List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> client.showImage(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> client.deleteImage("."));
    }

    private ImageServiceClient client(URI endpoint) {
        return ImageServiceClient.builder(endpoint)
                .token(() -> "a-token")
                .time(time)
                .build();
    }
}
