package dev.imagesunset.server.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.imagesunset.server.Answer;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.ProductionTest;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** What Glance answers, and what callers get of it: the whole table. */
@ProductionTest
class DeletingThroughAnImageServiceTest {
    private static final GlanceStandIn GLANCE = new GlanceStandIn();

    @Autowired
    ImageService service;

    @DynamicPropertySource
    static void standInFront(DynamicPropertyRegistry properties) {
        InFront.patientlyOf(properties, GLANCE.url());
    }

    @BeforeEach
    void isWell() {
        GLANCE.isWell();
        InFront.isAsked(service);
        GLANCE.isWell();
    }

    @AfterAll
    static void close() {
        GLANCE.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1.1/images/", "/v2/images/"})
    void aDeleteGoesOutWithTheCallersTokenAndTheIdOfTheAnswer(String images) {
        UUID id = GLANCE.hasImage();
        Answer answer = service.call("DELETE", images + id, InFront.TOKEN);
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
        assertThat(GLANCE.deletes()).singleElement().satisfies((LoggedRequest sent) -> {
            assertThat(sent.getUrl()).isEqualTo("/v2/images/" + id);
            assertThat(sent.getHeader("X-Auth-Token")).isEqualTo(InFront.TOKEN);
            assertThat(sent.getHeader("X-Openstack-Request-Id")).isEqualTo(answer.header("X-Openstack-Request-Id"));
        });
    }

    static Stream<Arguments> table() {
        return Stream.of(
                row(
                        "not found",
                        GlanceStandIn.PRIVATE,
                        GlanceStandIn.error(404, "Failed to find image"),
                        404,
                        "image-not-found"),
                row(
                        "protected",
                        GlanceStandIn.PROTECTED,
                        GlanceStandIn.error(403, "is protected"),
                        403,
                        "image-protected"),
                row(
                        "another's",
                        GlanceStandIn.OTHERS,
                        GlanceStandIn.error(403, "You do not own"),
                        403,
                        "delete-not-permitted"),
                row(
                        "another's, protected",
                        GlanceStandIn.OTHERS_PROTECTED,
                        GlanceStandIn.error(403, "You do not own"),
                        403,
                        "delete-not-permitted"),
                row(
                        "by policy",
                        GlanceStandIn.PRIVATE,
                        GlanceStandIn.error(403, "not authorized"),
                        403,
                        "delete-not-permitted"),
                row(
                        "deleted by hand",
                        GlanceStandIn.PRIVATE,
                        GlanceStandIn.error(400, "transition"),
                        404,
                        "image-not-found"),
                row("in use", GlanceStandIn.PRIVATE, GlanceStandIn.error(409, "in use"), 409, "image-in-use"),
                row("bad token", GlanceStandIn.PRIVATE, GlanceStandIn.unauthorized(), 401, "token-invalid"),
                row(
                        "failure",
                        GlanceStandIn.PRIVATE,
                        GlanceStandIn.error(500, "has either erred"),
                        500,
                        "image-service-failed"),
                row(
                        "too many",
                        GlanceStandIn.PRIVATE,
                        GlanceStandIn.error(429, "slower"),
                        503,
                        "image-service-unavailable"),
                row(
                        "an unknown success",
                        GlanceStandIn.PRIVATE,
                        GlanceStandIn.error(200, "OK"),
                        503,
                        "image-service-unavailable"),
                row(
                        "unavailable",
                        GlanceStandIn.PRIVATE,
                        GlanceStandIn.error(503, "overloaded"),
                        503,
                        "image-service-unavailable"),
                row(
                        "a balancer's 404",
                        GlanceStandIn.PRIVATE,
                        GlanceStandIn.page(404),
                        503,
                        "image-service-unavailable"),
                row(
                        "a balancer's 500",
                        GlanceStandIn.PRIVATE,
                        GlanceStandIn.page(500),
                        503,
                        "image-service-unavailable"),
                row(
                        "a balancer's 502",
                        GlanceStandIn.PRIVATE,
                        GlanceStandIn.page(502),
                        503,
                        "image-service-unavailable"),
                row(
                        "a redirection",
                        GlanceStandIn.PRIVATE,
                        GlanceStandIn.page(302).withHeader("Location", "/"),
                        503,
                        "image-service-unavailable"));
    }

    private static Arguments row(String name, String image, ResponseDefinitionBuilder answer, int status, String code) {
        return Arguments.of(name, image, answer, status, code);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("table")
    void eachAnswerHasOneMeaning(
            String name, String image, ResponseDefinitionBuilder glances, int status, String code) {
        UUID id = GLANCE.has(image, glances);
        for (String images : new String[] {"/v1.1/images/", "/v2/images/"}) {
            Answer answer = service.call("DELETE", images + id, InFront.TOKEN).isRefusal(status, code);
            assertThat(answer.body()).as(name).doesNotContain("Glance's", "<", "erred");
        }
        assertThat(GLANCE.deletes()).hasSize(2);
    }

    @Test
    void aTokenThatIsRefusedWhileKeystoneFailsMayBeGood() {
        UUID id = GLANCE.has(GlanceStandIn.PRIVATE, GlanceStandIn.unauthorized());
        InFront.KEYSTONE.breaksDown(503);
        try {
            await().untilAsserted(() -> service.delete(id, InFront.TOKEN).isRefusal(503, "identity-unavailable"));
        } finally {
            InFront.KEYSTONE.recovers();
        }
        await().untilAsserted(() -> service.delete(id, InFront.TOKEN).isRefusal(401, "token-invalid"));
    }

    @Test
    void aTokenThatIsRefusedWhileKeystoneCannotValidateItMayBeGood() {
        UUID id = GLANCE.has(GlanceStandIn.PRIVATE, GlanceStandIn.unauthorized());
        service.delete(id, InFront.TOKEN).isRefusal(401, "token-invalid");
        InFront.KEYSTONE.validatesNot(InFront.TOKEN);
        try {
            service.delete(id, InFront.TOKEN).isRefusal(503, "identity-unavailable");
        } finally {
            InFront.KEYSTONE.recovers();
        }
    }

    @Test
    void aFailureIsNamedByTheIdThatFindsItInBothLogs() {
        UUID id = GLANCE.has(GlanceStandIn.PRIVATE, GlanceStandIn.error(500, "has either erred"));
        Answer answer = service.delete(id, InFront.TOKEN);
        assertThat(answer.problem().get("detail").asString())
                .contains("under the request id " + answer.header("X-Openstack-Request-Id"));
    }

    @Test
    void anImageThatTheTokenDoesNotSeeIsNotFound() {
        service.delete(UUID.randomUUID(), InFront.TOKEN).isRefusal(404, "image-not-found");
    }

    @Test
    void whatIsRefusedHereIsNeverAskedThere() {
        service.delete("not-a-uuid", InFront.TOKEN).isRefusal(400, "image-id-malformed");
        service.send("DELETE", "/v1.1/images/%00", java.util.Map.of("X-Auth-Token", InFront.TOKEN))
                .isRefusal(400, "request-malformed");
        service.delete(UUID.randomUUID(), "nobody's").isRefusal(401, "token-invalid");
        assertThat(GLANCE.requests()).isZero();
    }

    @Test
    void aDeletionIsRecordedWithWhatTheTokenSaw() {
        UUID id = GLANCE.hasImage();
        Answer answer = service.delete(id, InFront.TOKEN);
        JsonNode record =
                service.call("GET", "/operator/tombstones/" + id, InFront.ADMIN).json();
        assertThat(record.get("name").asString()).isEqualTo("of Glance");
        assertThat(record.get("owner").asString()).isEqualTo("demo");
        assertThat(record.get("visibility").asString()).isEqualTo("private");
        assertThat(record.get("status_before_delete").asString()).isEqualTo("queued");
        assertThat(record.get("deleted_by").asString()).isEqualTo("mia");
        assertThat(record.get("deleted_by_request").asString()).isEqualTo(answer.header("X-Openstack-Request-Id"));
        assertThat(record.get("deleted_through").asString()).isEqualTo("v1.1");
        assertThat(service.call("GET", "/operator/tombstones?owner=demo&limit=1", InFront.ADMIN)
                        .json()
                        .at("/tombstones/0/id")
                        .asString())
                .isEqualTo(id.toString());
    }

    @Test
    void soIsOneOfAnImageThatTheTokenMayNotSee() {
        UUID id = GLANCE.hasImage();
        GLANCE.shows(id, GlanceStandIn.error(403, "not authorized to complete get_image"));
        assertThat(service.call("DELETE", "/v2/images/" + id, InFront.TOKEN).status())
                .isEqualTo(204);
        JsonNode record =
                service.call("GET", "/operator/tombstones/" + id, InFront.ADMIN).json();
        assertThat(record.get("deleted_through").asString()).isEqualTo("v2");
        assertThat(record.has("visibility")).isFalse();
        assertThat(record.has("created_at")).isFalse();
    }

    @Test
    void whatIsNotDeletedIsNotRecorded() {
        UUID id = GLANCE.has(GlanceStandIn.PROTECTED, GlanceStandIn.error(403, "is protected"));
        service.delete(id, InFront.TOKEN);
        service.call("GET", "/operator/tombstones/" + id, InFront.ADMIN).isRefusal(404, "tombstone-not-found");
    }

    @Test
    void whatGlanceDeletesTwiceIsDeletedOnce() {
        UUID id = GLANCE.hasImage();
        assertThat(service.delete(id, InFront.TOKEN).status()).isEqualTo(204);
        service.delete(id, InFront.TOKEN).isRefusal(404, "image-not-found");
    }
}
