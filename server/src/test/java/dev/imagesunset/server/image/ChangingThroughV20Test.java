package dev.imagesunset.server.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagesunset.server.Answer;
import dev.imagesunset.server.Catalogue;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.ServerTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The syntax of changes that Image API v2.0 had, which OpenStack's own test suite speaks. */
@ServerTest
class ChangingThroughV20Test {
    private static final String TYPE = "application/openstack-images-v2.0-json-patch";

    @Autowired
    Catalogue catalogue;

    @Autowired
    ImageService service;

    @ParameterizedTest
    @ValueSource(strings = {TYPE, TYPE + ";charset=utf-8", "Application/OpenStack-Images-v2.0-json-patch"})
    void propertiesAreReplacedAddedAndRemoved(String type) {
        JsonNode image = change(catalogue.imageOf("demo", "private"), type, """
                [{"replace": "/name", "value": "renamed"},
                 {"add": "/a~1b", "value": "c"},
                 {"replace": "/tags", "value": ["x", "x"]},
                 {"remove": "/os_distro"}]
                """).json();
        assertThat(image.get("name").asString()).isEqualTo("renamed");
        assertThat(image.get("a/b").asString()).isEqualTo("c");
        assertThat(image.get("tags")).extracting(JsonNode::asString).containsExactly("x");
        assertThat(image.has("os_distro")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"replace\": \"/name\"}]",
                "[{\"replace\": 1, \"value\": \"x\"}]",
                "[{\"replace\": \"/name\", \"add\": \"/name\", \"value\": \"x\"}]",
                "[{\"op\": \"replace\", \"path\": \"/name\", \"value\": \"x\"}]",
                "[{\"value\": \"x\"}]",
                "[{}]",
                "[null]",
                "{}"
            })
    void whatIsNoListOfChangesIsRefused(String body) {
        UUID id = catalogue.imageOf("demo", "private");
        Answer answer = change(id, TYPE, body);
        assertThat(answer.status()).as("%s", answer).isEqualTo(400);
        assertThat(answer.json().get("code").asString()).isEqualTo("body-malformed");
        assertThat(catalogue.row(id)).containsEntry("name", "of a test");
    }

    @Test
    void whatAPropertyCanBeIsTheSame() {
        UUID id = catalogue.imageOf("demo", "private");
        assertThat(change(id, TYPE, "[{\"replace\": \"/min_disk\", \"value\": 1.9}]")
                        .status())
                .isEqualTo(400);
        assertThat(change(id, TYPE, "[{\"add\": \"/a~2b\", \"value\": \"x\"}]").status())
                .isEqualTo(400);
        assertThat(change(id, TYPE, "[{\"replace\": \"/status\", \"value\": \"active\"}]")
                        .status())
                .isEqualTo(403);
    }

    private Answer change(UUID id, String type, String changes) {
        return service.send(
                "PATCH", "/v2/images/" + id, Map.of("X-Auth-Token", "demo-member", "Content-Type", type), changes);
    }
}
