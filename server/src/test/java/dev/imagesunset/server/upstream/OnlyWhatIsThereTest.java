package dev.imagesunset.server.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.imagesunset.api.ImageServiceContract;
import dev.imagesunset.server.Answer;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.ProductionTest;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server in front of an image service shows what it has, says where the rest is, and claims to know nothing more. */
@ProductionTest
@TestPropertySource(properties = "image-sunset.usage.flush-interval=100ms")
class OnlyWhatIsThereTest {
    private static final GlanceStandIn GLANCE = new GlanceStandIn();
    private static final String ID = "3c3d1d01-b48a-4639-8a88-08be3b9b5d78";

    @Autowired
    ImageService service;

    @DynamicPropertySource
    static void standInFront(DynamicPropertyRegistry properties) {
        InFront.patientlyOf(properties, GLANCE.url());
    }

    @AfterAll
    static void close() {
        GLANCE.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v2/images",
        "POST, /v2/images",
        "GET, /images",
        "GET, /v2/images/" + ID,
        "PATCH, /v2/images/" + ID,
        "PUT, /v2/images/" + ID + "/file",
        "GET, /v2/images/" + ID + "/members",
        "PUT, /v2/images/" + ID + "/tags/nightly",
        "GET, /v2/schemas/image",
        "GET, /v2/tasks",
        "POST, /operator/tombstones/" + ID + "/restore"
    })
    void everythingElseIsElsewhere(String method, String path) {
        for (Map<String, String> headers : java.util.List.of(
                Map.of("X-Auth-Token", InFront.TOKEN), Map.of("Content-Type", "text/plain", "Accept", "image/png"))) {
            Answer answer = service.send(method, path, headers).isRefusal(404, "operation-elsewhere");
            assertThat(answer.problem().get("detail").asString()).contains("the endpoint of the type image");
        }
    }

    @Test
    void theContractIsServedWithoutWhatIsNotThere() {
        JsonNode contract = contract();
        assertThat(contract.get("paths").propertyNames())
                .contains(
                        "/v1.1/images/{image_id}", "/v2/images/{image_id}", "/operator/tombstones", "/operator/sunset")
                .doesNotContain("/v2/images", "/v2/schemas/{schema}", "/operator/tombstones/{image_id}/restore");
        assertThat(contract.at("/paths/~1v2~1images~1{image_id}").propertyNames())
                .containsExactly("parameters", "delete");
        assertThat(contract.at("/components/schemas").propertyNames())
                .contains("Tombstone")
                .doesNotContain("Image", "NewImage");
        assertThat(contract.at("/tags"))
                .extracting(tag -> tag.get("name").asString())
                .doesNotContain("Image tags");
        assertThat(contract.at("/paths/~1v1.1~1images~1{image_id}/delete/x-sunset")
                        .asString())
                .isEqualTo("2027-12-31");
    }

    private JsonNode contract() {
        Answer answer = service.send("GET", ImageServiceContract.PATH, Map.of());
        assertThat(answer.header("Content-Type")).isEqualTo("application/yaml");
        return JsonMapper.shared().valueToTree(new Yaml().load(answer.body()));
    }

    @Test
    void discoveryListsNoVersionThatNobodyCouldCall() {
        assertThat(service.call("GET", "/versions", "").json().get("versions")).isEmpty();
        assertThat(service.send("GET", "/", Map.of("Accept", "text/html")).body())
                .contains("contract.js");
    }

    @Test
    void theLinkLeadsToTheSameHost() {
        assertThat(service.delete(ID, InFront.TOKEN).header("Link"))
                .startsWith("</v2/images/" + ID + ">; rel=\"successor-version\"");
    }

    @Test
    void theShareOfV2IsUnknown() {
        service.delete(ID, InFront.TOKEN);
        await().untilAsserted(() -> {
            JsonNode callers =
                    service.call("GET", "/operator/callers", InFront.ADMIN).json();
            assertThat(callers.at("/callers/0/last_month").asInt()).isPositive();
            assertThat(callers.at("/callers/0").has("successor_share")).isFalse();
            JsonNode end =
                    service.call("GET", "/operator/sunset", InFront.ADMIN).json();
            assertThat(end.at("/days/0/deprecated").asInt()).isPositive();
            assertThat(end.at("/days/0").has("successor")).isFalse();
        });
    }
}
