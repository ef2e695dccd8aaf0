package dev.imagesunset.server.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.ProductionTest;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** A cloud whose v2 has a host of its own, and whose balancer sends the deletes of both versions here. */
@ProductionTest
@TestPropertySource(
        properties = {
            "image-sunset.usage.flush-interval=100ms",
            "image-sunset.upstream.public-url=https://image.example.com/v2/",
            "image-sunset.upstream.sees-v2-deletes=true"
        })
class NativeApiElsewhereTest {
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

    @Test
    void theLinkLeadsThere() {
        assertThat(service.delete(ID, InFront.TOKEN).header("Link"))
                .startsWith(
                        "<https://image.example.com/v2/images/" + ID + ">; rel=\"successor-version\", </deprecation>;");
    }

    @Test
    void soDoesThePageThatTellsHowToMove() {
        assertThat(service.send("GET", "/deprecation", Map.of()).body())
                .contains("\"https://image.example.com/v2/images/{image_id}\"")
                .doesNotContain("$ENDPOINT/v2");
    }

    @Test
    void soDoDiscoveryAndRefusals() {
        assertThat(service.call("GET", "/versions", "")
                        .json()
                        .at("/versions/0/links/0/href")
                        .asString())
                .isEqualTo("https://image.example.com/v2/");
        assertThat(service.send("GET", "/v2/images", Map.of())
                        .isRefusal(404, "operation-elsewhere")
                        .problem()
                        .get("detail")
                        .asString())
                .endsWith("Ask the image service itself, at https://image.example.com.");
    }

    @Test
    void theShareOfV2IsKnown() {
        service.delete(ID, InFront.TOKEN);
        service.call("DELETE", "/v2/images/" + ID, InFront.TOKEN);
        await().untilAsserted(() -> {
            JsonNode callers =
                    service.call("GET", "/operator/callers", InFront.ADMIN).json();
            assertThat(callers.at("/callers/0/successor_share").asDouble()).isPositive();
            JsonNode end =
                    service.call("GET", "/operator/sunset", InFront.ADMIN).json();
            assertThat(end.at("/days/0/successor").asInt()).isPositive();
        });
    }
}
