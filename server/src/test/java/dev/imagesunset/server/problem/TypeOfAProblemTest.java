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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** A problem document is the same whatever its type says; a client that takes application/json alone gets it as that. */
@ServerTest
class TypeOfAProblemTest {
    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";
    private static final String V2_0 = "application/openstack-images-v2.0-json-patch";

    @Autowired
    Catalogue catalogue;

    @Autowired
    ImageService service;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | " + JSON,
                "Application/JSON; charset=utf-8 | " + JSON,
                "application/json, text/html | " + JSON,
                "application/json;q=0.5 | " + JSON,
                "application/json, */*;q=0.8 | " + JSON,
                "application/json, application/problem+json;q=0 | " + JSON,
                "application/*, application/problem+json;q=0.5 | " + JSON,
                "application/json, */* | " + PROBLEM,
                "application/json;q=0.9, */* | " + PROBLEM,
                "application/json, application/problem+json | " + PROBLEM,
                "application/json, application/*+json | " + PROBLEM,
                "application/problem+json | " + PROBLEM,
                "application/* | " + PROBLEM,
                "*/* | " + PROBLEM
            })
    void theTypeIsTheOneThatTheClientTakes(String accept, String type) {
        for (String path : new String[] {"/v1.1/images/", "/v2/images/"}) {
            Answer answer = service.send(
                    "DELETE", path + UUID.randomUUID(), Map.of("X-Auth-Token", "demo-member", "Accept", accept));
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.header("Content-Type")).isEqualTo(type);
            assertThat(JsonMapper.shared().readTree(answer.body()).get("code").asString())
                    .isEqualTo("image-not-found");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"GET /nope", "PUT /v2/images", "GET /v2/images?limit=x", "GET /v2/images/a%2Fb", "GET /v2/images"
            })
    void itIsTheOneWhoeverRefuses(String request) {
        Answer answer = RawHttp.send(service.port(), request + " HTTP/1.1", "Accept: application/json");
        assertThat(answer.status()).isBetween(400, 405);
        assertThat(answer.header("Content-Type")).isEqualTo(JSON);
    }

    @Test
    void whatSaysNothingOfTypesGetsTheProblemsOwn() {
        service.send("DELETE", "/v2/images/" + UUID.randomUUID(), Map.of("X-Auth-Token", "demo-member"))
                .isRefusal(404, "image-not-found");
    }

    @Test
    void openStacksOwnTestSuiteTakesJsonWithoutSayingSo() {
        UUID id = catalogue.imageOf("demo", "private");
        Map<String, String> headers = Map.of("X-Auth-Token", "demo-member", "Content-Type", V2_0);
        Answer answer = service.send(
                "PATCH", "/v2/images/" + id, headers, "[{\"add\": \"/os_glance_foo\", \"value\": \"bar\"}]");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().get("code").asString()).isEqualTo("property-read-only");
    }
}
