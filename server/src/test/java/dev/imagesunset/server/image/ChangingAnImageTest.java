package dev.imagesunset.server.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagesunset.server.Answer;
import dev.imagesunset.server.Catalogue;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.ServerTest;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServerTest
class ChangingAnImageTest {
    @Autowired
    Catalogue catalogue;

    @Autowired
    ImageService service;

    @Test
    void aProtectedImageCanBeUnprotectedAndThenDeleted() {
        UUID id = catalogue.protectedImageOf("demo", "private");
        service.call("DELETE", "/v2/images/" + id, "demo-member").isRefusal(403, "image-protected");
        JsonNode image = change(id, replace("/protected", "false")).json();
        assertThat(image.get("protected").asBoolean()).isFalse();
        assertThat(service.call("DELETE", "/v2/images/" + id, "demo-member").status())
                .isEqualTo(204);
    }

    @Test
    void propertiesAreReplacedAddedAndRemoved() {
        UUID id = catalogue.imageOf("demo", "private");
        JsonNode image = change(id, """
                [{"op": "replace", "path": "/name", "value": "renamed"},
                 {"op": "replace", "path": "/visibility", "value": "community"},
                 {"op": "add", "path": "/a~1b~0c", "value": "d"},
                 {"op": "replace", "path": "/tags", "value": ["x", "y"]},
                 {"op": "remove", "path": "/os_distro"}]
                """).json();
        assertThat(image.get("name").asString()).isEqualTo("renamed");
        assertThat(image.get("visibility").asString()).isEqualTo("community");
        assertThat(image.get("a/b~c").asString()).isEqualTo("d");
        assertThat(image.get("tags")).extracting(JsonNode::asString).containsExactly("x", "y");
        assertThat(image.has("os_distro")).isFalse();
        assertThat(service.call("GET", "/v2/images/" + id, "demo-member").json())
                .isEqualTo(image);
    }

    @Test
    void ofSeveralChangesAllAreMadeOrNone() {
        UUID id = catalogue.imageOf("demo", "private");
        Map<String, @Nullable Object> before = catalogue.row(id);
        change(id, """
                [{"op": "replace", "path": "/name", "value": "renamed"}, {"op": "replace", "path": "/min_ram", "value": -1}]
                """).isRefusal(400, "image-invalid");
        assertThat(catalogue.row(id)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "replace | /id | \"11111111-1111-4111-8111-111111111112\" | 403 | property-read-only",
                "replace | /owner | \"other\" | 403 | property-read-only",
                "replace | /status | \"deleted\" | 403 | property-read-only",
                "add | /deleted_at | \"2020-01-01T00:00:00Z\" | 403 | property-read-only",
                "replace | /disk_format | \"raw\" | 403 | property-read-only",
                "replace | /visibility | \"public\" | 403 | publishing-not-permitted",
                "replace | /visibility | \"secret\" | 400 | image-invalid",
                "replace | /protected | \"perhaps\" | 400 | image-invalid",
                "replace | /protected | null | 400 | image-invalid",
                "add | /custom | 7 | 400 | image-invalid",
                "add | /a/b | \"c\" | 400 | image-invalid",
                "add | /a~2b | \"c\" | 400 | image-invalid",
                "add | /a~ | \"c\" | 400 | image-invalid",
                "add | / | \"c\" | 400 | image-invalid",
                "add | /os_glance_foo | \"bar\" | 403 | property-read-only",
                "replace | /min_disk | 1.9 | 400 | image-invalid",
                "replace | /min_disk | \"\" | 400 | image-invalid",
                "replace | /protected | 1 | 400 | image-invalid",
                "replace | /name | 5 | 400 | image-invalid",
                "replace | /tags | [1, true] | 400 | image-invalid",
                "add | name | \"c\" | 400 | image-invalid",
                "remove | /name | null | 403 | property-read-only",
                "remove | /nope | null | 409 | property-not-found",
                "replace | /nope | \"x\" | 409 | property-not-found",
                "move | /name | \"x\" | 400 | body-malformed"
            })
    void whatCannotBeIsRefused(String op, String path, String value, int status, String code) {
        UUID id = catalogue.imageOf("demo", "private");
        change(id, "[{\"op\": \"%s\", \"path\": \"%s\", \"value\": %s}]".formatted(op, path, value))
                .isRefusal(status, code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "~1"})
    void aPathOfAnyLengthIsRead(String letter) {
        UUID id = catalogue.imageOf("demo", "private");
        change(id, replace("/" + letter.repeat(60_000 / letter.length()), "\"x\""))
                .isRefusal(400, "image-invalid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[null]",
                "[{}]",
                "[",
                "7",
                "[7]",
                "[{\"op\": 1, \"path\": \"/name\", \"value\": \"x\"}]",
                "[{\"op\": \"replace\", \"path\": 1, \"value\": \"x\"}]",
                "[{\"op\": \"replace\", \"path\": \"/name\"}]",
                "[{\"op\": \"add\", \"path\": \"/name\"}]",
                "[{\"op\": \"add\", \"path\": \"/custom\"}]",
                "[{\"replace\": \"/name\", \"value\": \"x\"}]"
            })
    void whatIsNoListOfChangesIsRefused(String body) {
        UUID id = catalogue.imageOf("demo", "private");
        change(id, body).isRefusal(400, "body-malformed");
        assertThat(catalogue.row(id)).containsEntry("name", "of a test");
    }

    @Test
    void aValueOfNullTakesTheNameAway() {
        JsonNode image = change(catalogue.imageOf("demo", "private"), replace("/name", "null"))
                .json();
        assertThat(image.get("name").isNull()).isTrue();
    }

    @Test
    void aFormatThatDoesNotExistIsRefused() {
        UUID id = catalogue.imageOf("demo", "private");
        catalogue.execute("UPDATE images SET status = 'queued' WHERE id = '" + id + "'");
        change(id, replace("/disk_format", "\"wrong\"")).isRefusal(400, "image-invalid");
        change(id, replace("/container_format", "\"wrong\"")).isRefusal(400, "image-invalid");
        assertThat(change(id, replace("/disk_format", "\"raw\"")).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "demo-reader, demo, private, 403, change-not-permitted",
        "demo-member, other, public, 403, change-not-permitted",
        "demo-member, other, private, 404, image-not-found"
    })
    void onlyMembersOfTheOwningProjectAndAdminsChangeAnImage(
            String token, String owner, String visibility, int status, String code) {
        UUID id = catalogue.imageOf(owner, visibility);
        service.call("PATCH", "/v2/images/" + id, token, replace("/name", "\"x\""))
                .isRefusal(status, code);
        assertThat(service.call("PATCH", "/v2/images/" + id, "demo-admin", replace("/name", "\"x\""))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aTombstoneCannotBeChanged() {
        UUID id = catalogue.imageOf("demo", "private");
        service.delete(id, "demo-member");
        change(id, replace("/name", "\"x\"")).isRefusal(404, "image-not-found");
    }

    @Test
    void aBodyOfAnotherTypeIsNoChange() {
        UUID id = catalogue.imageOf("demo", "private");
        service.send(
                        "PATCH",
                        "/v2/images/" + id,
                        Map.of("X-Auth-Token", "demo-member", "Content-Type", "text/plain"),
                        replace("/name", "\"x\""))
                .isRefusal(415, "media-type-unsupported");
    }

    @Test
    void aTagIsGivenOnceAndTaken() {
        UUID id = catalogue.imageOf("demo", "private");
        String tag = "/v2/images/" + id + "/tags/sp%C3%A4t";
        assertThat(service.call("PUT", tag, "demo-member").status()).isEqualTo(204);
        assertThat(service.call("PUT", tag, "demo-member").status()).isEqualTo(204);
        assertThat(catalogue.row(id)).containsEntry("tags", "[\"nightly\", \"spät\"]");
        assertThat(service.call("DELETE", tag, "demo-member").status()).isEqualTo(204);
        service.call("DELETE", tag, "demo-member").isRefusal(404, "tag-not-found");
        service.call("PUT", tag, "demo-reader").isRefusal(403, "change-not-permitted");
    }

    private Answer change(UUID id, String changes) {
        return service.call("PATCH", "/v2/images/" + id, "demo-member", changes);
    }

    private static String replace(String path, String value) {
        return "[{\"op\": \"replace\", \"path\": \"" + path + "\", \"value\": " + value + "}]";
    }
}
