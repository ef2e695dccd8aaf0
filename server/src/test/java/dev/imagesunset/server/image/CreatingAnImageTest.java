package dev.imagesunset.server.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagesunset.server.Answer;
import dev.imagesunset.server.Catalogue;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.ServerTest;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServerTest
class CreatingAnImageTest {
    @Autowired
    Catalogue catalogue;

    @Autowired
    ImageService service;

    @Test
    void aMemberCreatesAnImageOfItsProjectWithoutData() {
        Answer answer = create("{\"name\": \"new\", \"disk_format\": \"qcow2\", \"min_disk\": 3, \"tags\": [\"a\"]}");
        assertThat(answer.status()).isEqualTo(201);
        JsonNode image = answer.json();
        assertThat(answer.header("Location")).endsWith("/v2/images/" + text(image, "id"));
        assertThat(image.get("name").asString()).isEqualTo("new");
        assertThat(text(image, "status")).isEqualTo("queued");
        assertThat(text(image, "owner")).isEqualTo("demo");
        assertThat(text(image, "visibility")).isEqualTo("shared");
        assertThat(text(image, "disk_format")).isEqualTo("qcow2");
        assertThat(image.get("min_disk").asInt()).isEqualTo(3);
        assertThat(image.get("tags").get(0).asString()).isEqualTo("a");
        assertThat(image.get("protected").asBoolean()).isFalse();
        assertThat(image.get("size").isNull()).isTrue();
        assertThat(text(image, "created_at")).matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z");
    }

    @Test
    void whatWasCreatedIsShownTheSame() {
        JsonNode created =
                create("{\"name\": \"new\", \"os_distro\": \"debian\"}").json();
        assertThat(service.call("GET", "/v2/images/" + text(created, "id"), "demo-reader")
                        .json())
                .isEqualTo(created);
    }

    @Test
    void whateverElseIsSentIsKeptAsACustomPropertyAmongTheOthers() {
        JsonNode image =
                create("{\"os_distro\": \"debian\", \"größe\": \"groß\"}").json();
        assertThat(text(image, "os_distro")).isEqualTo("debian");
        assertThat(text(image, "größe")).isEqualTo("groß");
    }

    @Test
    void theCallerMayChooseTheId() {
        UUID id = UUID.randomUUID();
        Answer answer = create("{\"id\": \"" + id.toString().toUpperCase(Locale.ROOT) + "\"}");
        assertThat(text(answer.json(), "id")).isEqualTo(id.toString());
    }

    @Test
    void anIdThatExistsOrEverExistedIsAConflict() {
        UUID existing = catalogue.imageOf("other", "private");
        UUID deleted = catalogue.imageOf("demo", "private");
        service.delete(deleted, "demo-member");
        create("{\"id\": \"" + existing + "\"}").isRefusal(409, "image-exists");
        create("{\"id\": \"" + deleted + "\"}").isRefusal(409, "image-exists");
        assertThat(catalogue.row(deleted)).containsEntry("status", "deleted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo-reader", "demo-other"})
    void onlyAMemberCreatesImagesForItsProject(String token) {
        service.call("POST", "/v2/images", token, "{\"owner\": \"demo\"}").isRefusal(403, "change-not-permitted");
    }

    @Test
    void anAdminCreatesForAnyProjectAndMayPublish() {
        JsonNode image = service.call(
                        "POST", "/v2/images", "demo-admin", "{\"owner\": \"demo\", \"visibility\": \"public\"}")
                .json();
        assertThat(text(image, "owner")).isEqualTo("demo");
        create("{\"visibility\": \"public\"}").isRefusal(403, "publishing-not-permitted");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"status\": \"active\"} | 403 | property-read-only",
                "{\"size\": 7} | 403 | property-read-only",
                "{\"created_at\": \"2020-01-01T00:00:00Z\"} | 403 | property-read-only",
                "{\"deleted\": \"false\"} | 403 | property-read-only",
                "{\"os_glance_foo\": \"bar\"} | 403 | property-read-only",
                "{\"min_disk\": -1} | 400 | image-invalid",
                "{\"min_disk\": 1.9} | 400 | image-invalid",
                "{\"min_disk\": \"\"} | 400 | image-invalid",
                "{\"min_disk\": \"3\"} | 400 | image-invalid",
                "{\"min_disk\": true} | 400 | image-invalid",
                "{\"min_disk\": null} | 400 | image-invalid",
                "{\"min_ram\": \"much\"} | 400 | image-invalid",
                "{\"min_disk\": 99999999999} | 400 | image-invalid",
                "{\"visibility\": \"secret\"} | 400 | image-invalid",
                "{\"visibility\": 1} | 400 | image-invalid",
                "{\"protected\": \"perhaps\"} | 400 | image-invalid",
                "{\"protected\": \"true\"} | 400 | image-invalid",
                "{\"protected\": 1} | 400 | image-invalid",
                "{\"protected\": null} | 400 | image-invalid",
                "{\"os_hidden\": 0} | 400 | image-invalid",
                "{\"name\": 5} | 400 | image-invalid",
                "{\"name\": true} | 400 | image-invalid",
                "{\"owner\": 5} | 400 | image-invalid",
                "{\"custom\": 5} | 400 | image-invalid",
                "{\"custom\": null} | 400 | image-invalid",
                "{\"tags\": \"a\"} | 400 | image-invalid",
                "{\"tags\": [1, true]} | 400 | image-invalid",
                "{\"tags\": [null]} | 400 | image-invalid",
                "{\"\": \"nameless\"} | 400 | image-invalid",
                "{\"name\": \"\\u0000\"} | 400 | image-invalid",
                "{\"disk_format\": \"much-too-long-for-any-format\"} | 400 | image-invalid",
                "{\"disk_format\": \"wrong\"} | 400 | image-invalid",
                "{\"container_format\": \"wrong\"} | 400 | image-invalid",
                "{\"id\": 5} | 400 | image-invalid",
                "{\"id\": \"nope\"} | 400 | image-id-malformed",
                "[] | 400 | body-malformed",
                "null | 400 | body-malformed",
                "{\"name\": | 400 | body-malformed",
                "{\"nested\": {\"a\": 1}} | 400 | image-invalid"
            })
    void whatCannotBeIsRefused(String body, int status, String code) {
        create(body).isRefusal(status, code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aki", "qcow2", "vhdx", "ploop", "zvhd2"})
    void aFormatThatExistsIsTaken(String format) {
        assertThat(text(create("{\"disk_format\": \"" + format + "\"}").json(), "disk_format"))
                .isEqualTo(format);
        assertThat(create("{\"disk_format\": null, \"container_format\": \"docker\", \"name\": null}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aBodyThatIsMissingTooLongOrOfAnotherTypeIsRefused() {
        create("").isRefusal(400, "body-malformed");
        create("{\"name\": \"" + "x".repeat(70_000) + "\"}").isRefusal(413, "body-too-large");
        service.send(
                        "POST",
                        "/v2/images",
                        java.util.Map.of("X-Auth-Token", "demo-member", "Content-Type", "text/plain"),
                        "{}")
                .isRefusal(415, "media-type-unsupported");
    }

    @Test
    void tooManyPropertiesAreRefused() {
        StringBuilder body = new StringBuilder("{\"p0\": \"v\"");
        for (int i = 1; i <= 128; i++) {
            body.append(", \"p").append(i).append("\": \"v\"");
        }
        create(body + "}").isRefusal(400, "image-invalid");
    }

    private Answer create(String body) {
        return service.call("POST", "/v2/images", "demo-member", body);
    }

    private static String text(JsonNode image, String property) {
        return image.get(property).asString();
    }
}
