package dev.imagesunset.server.image.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagesunset.server.Answer;
import dev.imagesunset.server.Catalogue;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.ServerTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServerTest
class DiscoveryTest {
    @Autowired
    Catalogue catalogue;

    @Autowired
    ImageService service;

    @ParameterizedTest
    @CsvSource({"/, 300", "/v2/, 300", "/v2, 300", "/versions, 200"})
    void aClientThatAsksForJsonIsToldTheVersions(String path, int status) {
        for (String accept : new String[] {"application/json", "*/*"}) {
            Answer answer = service.send("GET", path, Map.of("Accept", accept));
            assertThat(answer.status()).isEqualTo(status);
            JsonNode version = answer.json().get("versions").get(0);
            assertThat(version.get("id").asString()).isEqualTo("v2.9");
            assertThat(version.get("status").asString()).isEqualTo("CURRENT");
            assertThat(version.at("/links/0/href").asString()).isEqualTo("http://localhost:" + service.port() + "/v2/");
        }
    }

    @Test
    void aStrangersWordDoesNotSteerLinks() {
        Map<String, String> headers = Map.of(
                "X-Forwarded-Host", "evil.example", "Forwarded", "host=evil.example", "X-Forwarded-Prefix", "/evil");
        assertThat(service.send("GET", "/versions", headers).body()).doesNotContain("evil");
        assertThat(service.send("DELETE", "/v1.1/images/1", headers).header("Link"))
                .doesNotContain("evil");
    }

    @Test
    void aSuccessIsNoProblem() {
        Answer answer = service.send(
                "GET",
                "/v2/images",
                Map.of("X-Auth-Token", "demo-member", "Accept", "application/problem+json, application/json"));
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void aBrowserIsShownThePage() {
        Answer page = service.send(
                "GET", "/", Map.of("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.body()).contains("swagger-ui");
    }

    @Test
    void theSchemaOfAnImageIsMadeFromTheContract() {
        JsonNode schema =
                service.send("GET", "/v2/schemas/image", Map.of()).json().get("properties");
        assertThat(schema.at("/status/readOnly").asBoolean()).isTrue();
        assertThat(schema.at("/name/type").toString()).isEqualTo("[\"null\",\"string\"]");
        assertThat(service.send("GET", "/v2/schemas/images", Map.of())
                        .json()
                        .at("/properties/images/items/name")
                        .asString())
                .isEqualTo("image");
        service.send("GET", "/v2/schemas/metadef", Map.of()).isRefusal(404, "path-not-found");
    }

    @Test
    void aPathWithoutAVersionIsThatOfV2() {
        UUID id = catalogue.imageOf("demo", "private");
        Map<String, String> token = Map.of("X-Auth-Token", "demo-member");
        assertThat(service.send("GET", "/images/" + id, token).json().get("id").asString())
                .isEqualTo(id.toString());
        assertThat(service.send("GET", "/images?name=of+a+test&limit=1", token)
                        .json()
                        .get("first")
                        .asString())
                .isEqualTo("/v2/images?name=of+a+test&limit=1");
        service.send("DELETE", "/images/" + id, Map.of()).isRefusal(401, "token-missing");
        assertThat(service.send("DELETE", "/images/" + id, token).status()).isEqualTo(204);
        assertThat(catalogue.row(id)).containsEntry("deleted_through", "v2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/images/%00", "/images/a%2Fb", "/images/..%2Fx", "/imagesx", "/images/a;b"})
    void norDoesARefusalOfOneDiffer(String path) {
        Answer answer = service.send("GET", path, Map.of("X-Auth-Token", "demo-member"));
        assertThat(answer.status()).isBetween(400, 404);
        assertThat(answer.header("X-Openstack-Request-Id")).startsWith("req-");
        answer.problem();
    }
}
