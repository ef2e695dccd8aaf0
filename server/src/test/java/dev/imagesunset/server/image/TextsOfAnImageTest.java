package dev.imagesunset.server.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagesunset.server.Answer;
import dev.imagesunset.server.Catalogue;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.RawHttp;
import dev.imagesunset.server.ServerTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Names and texts, whatever characters they have; a property's name never means anything to the server itself. */
@ServerTest
class TextsOfAnImageTest {
    @Autowired
    Catalogue catalogue;

    @Autowired
    ImageService service;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "additionalProperties",
                "additionalProperty",
                "diskFormat",
                "_protected",
                "minDisk",
                "createdAt",
                "additionalPropertiesCount",
                "isProtected",
                "class",
                "__proto__",
                "@type",
                "$ref",
                "value",
                "op"
            })
    void aCustomPropertyMayHaveAnyName(String name) {
        JsonNode created =
                create("{\"%s\": \"x\", \"other\": \"y\"}".formatted(name)).json();
        assertThat(created.path(name).asString()).isEqualTo("x");
        assertThat(created.path("other").asString()).isEqualTo("y");
        UUID id = UUID.fromString(created.get("id").asString());
        JsonNode changed = replace(id, name, "\"z\"").json();
        assertThat(changed.path(name).asString()).isEqualTo("z");
        assertThat(changed.path("other").asString()).isEqualTo("y");
        assertThat(service.call("GET", "/v2/images/" + id, "demo-member").json())
                .isEqualTo(changed);
        assertThat(change(id, "[{\"op\": \"remove\", \"path\": \"/" + name + "\"}]")
                        .json()
                        .has(name))
                .isFalse();
    }

    @Test
    void aPropertyThatIsNoTextIsRefusedWhateverItsName() {
        create("{\"additionalProperties\": {\"a\": \"b\"}, \"other\": \"y\"}").isRefusal(400, "image-invalid");
        UUID id = catalogue.imageOf("demo", "private");
        replace(id, "additionalProperties", "{\"a\": \"b\"}").isRefusal(400, "image-invalid");
        replace(id, "additionalProperties", "\"a\"").isRefusal(409, "property-not-found");
        change(id, "[{\"op\": \"add\", \"path\": \"/additionalProperties\", \"value\": {\"a\": \"b\"}}]")
                .isRefusal(400, "image-invalid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": \"\\ud800\"}",
                "{\"name\": \"a\\udc00b\"}",
                "{\"name\": \"\\udc00\\ud800\"}",
                "{\"tags\": [\"\\ud83c\"]}",
                "{\"os_distro\": \"\\ud800\"}",
                "{\"owner\": \"\\ud800\"}",
                "{\"disk_format\": \"\\ud800\"}"
            })
    void halfOfASurrogatePairIsNoText(String body) {
        create(body).isRefusal(400, "image-invalid");
    }

    @Test
    void halfOfASurrogatePairIsNoTextInAChangeOrAnIdEither() {
        UUID id = catalogue.imageOf("demo", "private");
        replace(id, "name", "\"\\ud800\"").isRefusal(400, "image-invalid");
        replace(id, "os_distro", "\"\\ud800\"").isRefusal(400, "image-invalid");
        change(id, "[{\"op\": \"add\", \"path\": \"/\\ud800\", \"value\": \"x\"}]")
                .isRefusal(400, "image-invalid");
        change(id, "[{\"op\": \"remove\", \"path\": \"/\\ud800\"}]").isRefusal(409, "property-not-found");
        change(id, "[{\"op\": \"\\ud800\", \"path\": \"/name\"}]").isRefusal(400, "body-malformed");
        create("{\"id\": \"\\ud800\"}").isRefusal(400, "image-id-malformed");
        create("{\"\\ud800\": \"x\"}").isRefusal(400, "body-malformed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v2/images?name=%ed%a0%80",
                "/v2/images?owner=%ed%a0%80",
                "/v2/images?%ed%a0%80=x",
                "/v2/images?marker=%ed%a0%80",
                "/operator/tombstones?owner=%ed%a0%80",
                "/operator/callers?marker=%ed%a0%80"
            })
    void halfOfASurrogatePairIsNoFilter(String path) {
        RawHttp.send(service.port(), "GET " + path + " HTTP/1.1", "X-Auth-Token: demo-admin")
                .isRefusal(400, "parameter-invalid");
    }

    @Test
    void aLengthIsThatOfCharactersHoweverManyBytesTheyHave() {
        assertThat(create("{\"name\": \"" + "🌱".repeat(255) + "\"}").status()).isEqualTo(201);
        assertThat(create("{\"" + "🌱".repeat(255) + "\": \"x\"}").status()).isEqualTo(201);
        create("{\"name\": \"" + "🌱".repeat(256) + "\"}").isRefusal(400, "image-invalid");
        create("{\"name\": \"" + "n".repeat(256) + "\"}").isRefusal(400, "image-invalid");
        create("{\"x" + "🌱".repeat(255) + "\": \"x\"}").isRefusal(400, "image-invalid");
        assertThat(service.call("GET", "/operator/callers?marker=" + "%F0%9F%8C%B1".repeat(255), "demo-admin")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aParameterOfALongNameIsRefusedByIt() {
        service.call("GET", "/operator/callers?x" + "%F0%9F%8C%B1".repeat(60) + "=x", "demo-admin")
                .isRefusal(400, "parameter-invalid");
    }

    private Answer create(String body) {
        return service.call("POST", "/v2/images", "demo-member", body);
    }

    private Answer replace(UUID id, String property, String value) {
        return change(id, "[{\"op\": \"replace\", \"path\": \"/" + property + "\", \"value\": " + value + "}]");
    }

    private Answer change(UUID id, String changes) {
        return service.call("PATCH", "/v2/images/" + id, "demo-member", changes);
    }
}
