package dev.imagesunset.server.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagesunset.server.Answer;
import dev.imagesunset.server.Catalogue;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.RawHttp;
import dev.imagesunset.server.ServerTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A body says with Content-Type what it is; a request without one may say there whatever it likes. */
@ServerTest
class TypeOfABodyTest {
    private static final String CHANGES = "[{\"op\": \"replace\", \"path\": \"/name\", \"value\": \"renamed\"}]";

    @Autowired
    Catalogue catalogue;

    @Autowired
    ImageService service;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "application/*",
                "application/*+json",
                "*",
                "a",
                "a/b/c",
                "/",
                ";",
                "application/",
                "application/json, text/plain",
                "text/plain",
                "json"
            })
    void aTypeThatIsNoneOrNotTheOperationsIsUnsupported(String type) {
        UUID id = catalogue.imageOf("demo", "private");
        Map<String, String> headers = Map.of("X-Auth-Token", "demo-member", "Content-Type", type);
        service.send("POST", "/v2/images", headers, "{}").isRefusal(415, "media-type-unsupported");
        service.send("PATCH", "/v2/images/" + id, headers, CHANGES).isRefusal(415, "media-type-unsupported");
        assertThat(catalogue.row(id)).containsEntry("name", "of a test");
    }

    @Test
    void noTypeIsUnsupported() {
        Map<String, String> headers = Map.of("X-Auth-Token", "demo-member");
        service.send("POST", "/v2/images", headers, "{}").isRefusal(415, "media-type-unsupported");
        RawHttp.send(service.port(), "POST /v2/images HTTP/1.1", "X-Auth-Token: demo-member", "Content-Type:")
                .isRefusal(415, "media-type-unsupported");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "Application/JSON;charset=utf-8", "application/json; x=y"})
    void theOperationsTypeIsTakenHoweverItIsWritten(String type) {
        Map<String, String> headers = Map.of("X-Auth-Token", "demo-member", "Content-Type", type);
        Answer answer = service.send("POST", "/v2/images", headers, "{\"name\": \"grün\"}");
        assertThat(answer.json().get("name").asString()).isEqualTo("grün");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/*", "a", "application/json, text/plain", "text/html"})
    void whereNoBodyIsAskedForItsTypeDoesNotMatter(String type) {
        UUID id = catalogue.imageOf("demo", "private");
        Map<String, String> headers = Map.of("X-Auth-Token", "demo-member", "Content-Type", type);
        assertThat(service.send("GET", "/v2/images/" + id, headers).status()).isEqualTo(200);
        assertThat(service.send("PUT", "/v2/images/" + id + "/tags/a", headers).status())
                .isEqualTo(204);
        assertThat(service.send("DELETE", "/v1.1/images/" + id, headers).status())
                .isEqualTo(204);
    }
}
