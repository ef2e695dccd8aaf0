package dev.imagesunset.server.sunset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagesunset.server.Answer;
import dev.imagesunset.server.Catalogue;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.RawHttp;
import dev.imagesunset.server.ServerTest;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class EveryAnswerTellsTheEndTest {
    private static final String ALL_IMAGES = link("/v2/images");

    @Autowired
    Catalogue catalogue;

    @Autowired
    ImageService service;

    @Autowired
    Deprecations deprecations;

    @Test
    void successAndRefusalsTellItWithTheSuccessorForThisVeryImage() {
        UUID id = catalogue.imageOf("demo", "private");
        tells(service.deleteWith(id, Map.of()).isRefusal(401, "token-missing"), link("/v2/images/" + id));
        tells(service.delete(id, "demo-reader").isRefusal(403, "delete-not-permitted"), link("/v2/images/" + id));
        tells(service.delete(id, "demo-member"), link("/v2/images/" + id));
        tells(service.delete(id, "demo-member").isRefusal(404, "image-not-found"), link("/v2/images/" + id));
        tells(service.delete("nope", "demo-member").isRefusal(400, "image-id-malformed"), ALL_IMAGES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v1.1 HTTP/1.1",
                "GET /v1.1/nope HTTP/1.1",
                "GET /v1.1/images/x HTTP/1.1",
                "OPTIONS /v1.1/images/x HTTP/1.1",
                "TRACE /v1.1/images/x HTTP/1.1",
                "BREW /v1.1/images/x HTTP/1.1",
                "DELETE /v1%2E1/images/x HTTP/1.1",
                "DELETE /v1.1/images/a%2Fb HTTP/1.1",
                "DELETE /v1.1/images/%00 HTTP/1.1",
                "DELETE /v1.1/images/a;b HTTP/1.1"
            })
    void whatNeverReachesTheOperationTellsItToo(String requestLine) {
        tells(RawHttp.send(service.port(), requestLine), ALL_IMAGES);
    }

    @Test
    void aFailureTellsIt() {
        catalogue.execute("ALTER TABLE images RENAME TO images_renamed_by_a_test");
        try {
            UUID id = UUID.randomUUID();
            tells(service.delete(id, "demo-member").isRefusal(500, "internal-error"), link("/v2/images/" + id));
        } finally {
            catalogue.execute("ALTER TABLE images_renamed_by_a_test RENAME TO images");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nope", "/v1.10/images/x", "/v2/images/x", "/deprecation"})
    void nothingElseTellsIt(String path) {
        assertThat(service.send("GET", path, Map.of()).headers()).doesNotContainKeys("deprecation", "sunset", "link");
    }

    @Test
    void theDatesAreTheContracts() {
        Deprecation deprecation = deprecations.first();
        assertThat(deprecation.since()).isEqualTo(Instant.parse("2016-10-06T00:00:00Z"));
        assertThat(deprecation.sunset()).isEqualTo(Instant.parse("2027-12-31T00:00:00Z"));
    }

    @Test
    void theLinkedPageSaysWhatEndsWhenAndWhatToCallInstead() {
        Answer page = service.send("GET", "/deprecation", Map.of());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.body().replace("<wbr>", ""))
                .contains(
                        "6 October 2016",
                        "31 December 2027",
                        "DELETE /v1.1/images/{image_id}",
                        "DELETE /v2/images/{image_id}")
                .doesNotContain("{since}", "{sunset}", "{path}", "{method}", "{successor");
    }

    private static void tells(Answer answer, String link) {
        assertThat(answer.header("Deprecation")).isEqualTo("@1475712000");
        assertThat(answer.header("Sunset")).isEqualTo("Fri, 31 Dec 2027 00:00:00 GMT");
        assertThat(ZonedDateTime.parse(answer.header("Sunset"), DateTimeFormatter.RFC_1123_DATE_TIME))
                .isNotNull();
        assertThat(answer.header("Link")).isEqualTo(link);
    }

    private static String link(String successor) {
        return "<" + successor
                + ">; rel=\"successor-version\", </deprecation>; rel=\"deprecation\"; type=\"text/html\","
                + " </deprecation>; rel=\"sunset\"; type=\"text/html\"";
    }
}
