package dev.imagesunset.server.image;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagesunset.server.Answer;
import dev.imagesunset.server.Catalogue;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.RawHttp;
import dev.imagesunset.server.ServerTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One rule for tags, whichever way they come; whatever can be set can be taken away by its own path. */
@ServerTest
class TagsOfAnImageTest {
    @Autowired
    Catalogue catalogue;

    @Autowired
    ImageService service;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spät",
                "100%",
                "%2F",
                "%25",
                "a;b",
                ";",
                "team/web",
                "/",
                "a/../b",
                "a//b",
                "\\",
                "a\\b",
                "a b",
                " ",
                "a+b",
                "a?b#c",
                "key=value",
                "...",
                "🌱",
                "\"<>[]^`{|}",
                "a,b"
            })
    void whatCanBeSetCanBeTakenAwayByItsOwnPath(String tag) {
        UUID id = catalogue.imageOf("demo", "private");
        for (int way = 0; way < 3; way++) {
            set(id, tag, way);
            assertThat(tags(id)).as("after way %d", way).contains(tag);
            assertThat(service.call("GET", "/v2/images?id=" + id + "&tag=" + UriUtils.encode(tag, UTF_8), "demo-member")
                            .json()
                            .get("images"))
                    .as("with the tag")
                    .hasSize(1);
            assertThat(service.call("DELETE", path(id, tag), "demo-member").status())
                    .isEqualTo(204);
            assertThat(tags(id)).as("after the delete").doesNotContain(tag);
            service.call("DELETE", path(id, tag), "demo-member").isRefusal(404, "tag-not-found");
        }
        JsonNode created = service.call("POST", "/v2/images", "demo-member", "{\"tags\": " + json(tag) + "}")
                .json();
        String createdPath = path(UUID.fromString(created.get("id").asString()), tag);
        assertThat(service.call("DELETE", createdPath, "demo-member").status()).isEqualTo(204);
    }

    private void set(UUID id, String tag, int way) {
        Answer answer =
                switch (way) {
                    case 0 -> service.call("PUT", path(id, tag), "demo-member");
                    case 1 -> patch(id, "replace", json(tag));
                    default -> patch(id, "add", json(tag));
                };
        assertThat(answer.status()).as("%s", answer).isLessThan(300);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "\n",
                "a\tb",
                "\u0000",
                "\u007f",
                "\u0085",
                "\u2028",
                "LONG",
                "\ud800",
                "nightly\n",
                "nightly\u2028"
            })
    void whatNoPathCanNameIsRefusedWhicheverWayItComes(String given) {
        String tag = given.equals("LONG") ? "🌱".repeat(256) : given;
        UUID id = catalogue.imageOf("demo", "private");
        String detail = patch(id, "replace", json(tag))
                .isRefusal(400, "image-invalid")
                .problem()
                .get("detail")
                .asString();
        assertThat(detail).contains("tag of 1 to 255 characters");
        service.call("POST", "/v2/images", "demo-member", "{\"tags\": " + json(tag) + "}")
                .isRefusal(400, "image-invalid");
        assertThat(tags(id)).containsExactly("nightly");
    }

    @Test
    void whatNoPathCanNameIsRefusedInAPathToo() {
        UUID id = catalogue.imageOf("demo", "private");
        for (String method : List.of("PUT", "DELETE")) {
            service.call(method, path(id, "🌱".repeat(256)), "demo-member").isRefusal(400, "image-invalid");
            service.call(method, path(id, "\u0085"), "demo-member").isRefusal(400, "image-invalid");
            for (String raw : List.of("%0a", "%00", "%ed%a0%80", "%ff", "%zz", "a;b", "a\\b", "%2e")) {
                Answer answer = RawHttp.send(
                        service.port(),
                        method + " /v2/images/" + id + "/tags/" + raw + " HTTP/1.1",
                        "X-Auth-Token: demo-member");
                assertThat(answer.status()).as("%s %s: %s", method, raw, answer).isIn(400, 404);
            }
        }
        assertThat(tags(id)).containsExactly("nightly");
        assertThat(service.call("PUT", path(id, "🌱".repeat(255)), "demo-member")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void aTagThatIsSentTwiceIsThereOnce() {
        UUID id = catalogue.imageOf("demo", "private");
        patch(id, "replace", "[\"b\", \"a\", \"b\"]");
        assertThat(tags(id)).containsExactly("b", "a");
        JsonNode created = service.call("POST", "/v2/images", "demo-member", "{\"tags\": [\"a\", \"a\"]}")
                .json();
        assertThat(created.get("tags")).extracting(JsonNode::asString).containsExactly("a");
    }

    @Test
    void aTagThatIsThereTwiceFromBeforeIsTakenAwayAltogether() {
        UUID id = catalogue.imageOf("demo", "private");
        catalogue.execute("UPDATE images SET tags = '[\"a\", \"b\", \"a\"]' WHERE id = '" + id + "'");
        service.call("DELETE", path(id, "a"), "demo-member");
        assertThat(tags(id)).containsExactly("b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%2Fb", "a%3Bb", "a%25b", "a%5Cb", "%2e%2e"})
    void onlyATagMayHaveInItsPathWhatAnIdMayNot(String id) {
        for (String path : List.of("/v2/images/" + id, "/v1.1/images/" + id, "/v2/images/x/" + id + "/tags")) {
            RawHttp.send(service.port(), "DELETE " + path + " HTTP/1.1", "X-Auth-Token: demo-member")
                    .isRefusal(400, "request-malformed");
        }
        assertThat(RawHttp.send(
                                service.port(),
                                "DELETE /v2/images/" + id + "/tags/a HTTP/1.1",
                                "X-Auth-Token: demo-member")
                        .status())
                .isEqualTo(400);
    }

    private Answer patch(UUID id, String op, String tags) {
        return service.call(
                "PATCH",
                "/v2/images/" + id,
                "demo-member",
                "[{\"op\": \"" + op + "\", \"path\": \"/tags\", \"value\": " + tags + "}]");
    }

    private List<String> tags(UUID id) {
        return service.call("GET", "/v2/images/" + id, "demo-member")
                .json()
                .get("tags")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private static String path(UUID id, String tag) {
        return "/v2/images/" + id + "/tags/" + UriUtils.encode(tag, UTF_8);
    }

    /** A list with the tag; what no UTF-8 can tell is escaped. */
    private static String json(String tag) {
        String text = JsonMapper.shared().writeValueAsString(tag.replace('\ud800', '\u0001'));
        return "[" + (tag.equals("\ud800") ? "\"\\ud800\"" : text) + "]";
    }
}
