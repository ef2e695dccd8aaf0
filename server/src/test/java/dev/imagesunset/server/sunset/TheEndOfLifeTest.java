package dev.imagesunset.server.sunset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagesunset.server.Answer;
import dev.imagesunset.server.Catalogue;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.MovableClock;
import dev.imagesunset.server.RawHttp;
import dev.imagesunset.server.ServerTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** The phases, on a clock that the test moves: a postponed sunset, a brownout for all, and one for a named project. */
@ServerTest
@Import(MovableClock.class)
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(
        properties = {
            "image-sunset.v1-1.sunset=2028-06-30",
            "image-sunset.v1-1.brownouts[0].start=2028-05-02T10:00:00Z",
            "image-sunset.v1-1.brownouts[0].duration=30m",
            "image-sunset.v1-1.brownouts[1].start=2028-06-01T10:00:00Z",
            "image-sunset.v1-1.brownouts[1].duration=1h",
            "image-sunset.v1-1.brownouts[1].projects=other"
        })
class TheEndOfLifeTest {
    private static final String LONG_BEFORE = "2028-01-01T00:00:00Z";
    private static final String BROWNOUT = "@1840874400;until=@1840876200";

    @Autowired
    Catalogue catalogue;

    @Autowired
    ImageService service;

    @Autowired
    MovableClock clock;

    @AfterEach
    void goOn() {
        clock.showRealTime();
    }

    @Test
    void theCallWorksAndSaysNothingOfBrownoutsThatAreFarAway() {
        clock.moveTo(LONG_BEFORE);
        Answer answer = deleteAs("demo-member");
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Brownout")).isEmpty();
    }

    @Test
    void aBrownoutForAllIsAnnouncedOnEveryAnswer() {
        clock.moveTo("2028-04-20T00:00:00Z");
        assertThat(deleteAs("demo-member").header("Brownout")).isEqualTo(BROWNOUT);
        assertThat(deleteAs("nobody").isRefusal(401, "token-invalid").header("Brownout"))
                .isEqualTo(BROWNOUT);
        assertThat(RawHttp.send(service.port(), "DELETE /v1.1/images/%00 HTTP/1.1")
                        .header("Brownout"))
                .isEqualTo(BROWNOUT);
    }

    @Test
    void inABrownoutTheCallIsGoneUntilItsEndAndTheSuccessorWorks() {
        clock.moveTo("2028-05-02T10:20:00Z");
        UUID id = catalogue.imageOf("demo", "private");
        Answer answer = service.delete(id, "demo-member").isRefusal(410, "brownout");
        assertThat(answer.header("Retry-After")).isEqualTo("600");
        assertThat(answer.problem().get("detail").asString()).contains("2028-05-02T10:30:00Z", "2028-06-30T00:00:00Z");
        assertThat(answer.problem().get("successor").asString()).isEqualTo("DELETE /v2/images/{image_id}");
        assertThat(answer.header("Sunset")).isEqualTo("Fri, 30 Jun 2028 00:00:00 GMT");
        deleteAs("nobody").isRefusal(401, "token-invalid");
        assertThat(service.call("DELETE", "/v2/images/" + id, "demo-member").status())
                .isEqualTo(204);
        clock.moveTo("2028-05-02T10:30:00Z");
        assertThat(deleteAs("demo-member").status()).isEqualTo(204);
    }

    @Test
    void aBrownoutForANamedProjectIsAnnouncedToItAndLeavesOthersAlone() {
        clock.moveTo("2028-05-30T00:00:00Z");
        assertThat(deleteAs("demo-member").header("Brownout")).isEmpty();
        assertThat(deleteAs("demo-other").header("Brownout")).isEqualTo("@1843466400;until=@1843470000");
        clock.moveTo("2028-06-01T10:00:00Z");
        assertThat(deleteAs("demo-member").status()).isEqualTo(204);
        deleteAs("demo-other").isRefusal(410, "brownout");
    }

    @Test
    void fromTheSunsetOnTheCallIsGoneWhoeverAsks() {
        clock.moveTo("2028-06-29T23:59:59Z");
        assertThat(deleteAs("demo-member").status()).isEqualTo(204);
        clock.moveTo("2028-06-30T00:00:00Z");
        UUID id = catalogue.imageOf("demo", "private");
        for (Answer answer : new Answer[] {
            service.delete(id, "demo-member"),
            service.delete(id, "nobody"),
            service.deleteWith(id, Map.of()),
            RawHttp.send(service.port(), "GET /v1.1/nope HTTP/1.1"),
            RawHttp.send(service.port(), "DELETE /v1.1/images/a%2Fb HTTP/1.1", "Accept: image/png")
        }) {
            answer.isRefusal(410, "operation-gone");
            assertThat(answer.problem().get("successor").asString()).isEqualTo("DELETE /v2/images/{image_id}");
            assertThat(answer.header("Link")).contains("successor-version");
            assertThat(answer.header("Retry-After")).isEmpty();
        }
        assertThat(catalogue.row(id)).containsEntry("status", "active");
        assertThat(service.call("DELETE", "/v2/images/" + id, "demo-member").status())
                .isEqualTo(204);
    }

    @Test
    void thePageTellsThePhaseTheBrownoutsAndThatTheEndWasPostponed() {
        clock.moveTo(LONG_BEFORE);
        assertThat(page())
                .contains("ends on 30 June 2028", "It works unchanged until then", "to come on 31 December 2027 before")
                .contains("2 May 2028, 10:00</time> to", "1 June 2028, 10:00", ", for some projects")
                .contains("images.deleteImageV11(imageId)", "images.deleteImage(imageId)")
                .contains("openstack image delete {image_id}", "$ENDPOINT/v2/images/{image_id}");
        clock.moveTo("2028-05-02T10:00:00Z");
        assertThat(page()).contains("It rests in a brownout now");
        clock.moveTo("2028-07-01T00:00:00Z");
        assertThat(page()).contains("and ended on 30 June 2028, 00:00 UTC. It answers 410.", "None is planned");
    }

    @Test
    void operatorsAreToldTheProjectsOfABrownoutThatIsNotForAll() {
        clock.moveTo(LONG_BEFORE);
        JsonNode brownouts =
                service.call("GET", "/operator/sunset", "demo-admin").json().get("brownouts");
        assertThat(brownouts.get(0).has("projects")).isFalse();
        assertThat(brownouts.get(1).get("projects")).hasToString("[\"other\"]");
    }

    @Test
    void theContractThatIsServedHasThePostponedDate() {
        Answer contract = service.send("GET", "/openapi/image-service.yaml", Map.of());
        assertThat(contract.header("Content-Type")).startsWith("application/yaml");
        assertThat(contract.body())
                .contains("x-sunset: '2028-06-30'", "gone on 2028-06-30", "Fri, 30 Jun 2028 00:00:00 GMT")
                .doesNotContain("2027-12-31", "31 Dec 2027");
    }

    @Test
    void theLogTellsOfTheStartAndTheEndOfABrownout(CapturedOutput log) {
        clock.moveTo("2028-05-02T10:00:00Z");
        org.awaitility.Awaitility.await().until(() -> log.getAll()
                .contains(
                        "A brownout has started: from 2028-05-02T10:00:00Z to 2028-05-02T10:30:00Z, for all projects"));
        clock.moveTo("2028-05-02T10:30:00Z");
        org.awaitility.Awaitility.await().until(() -> log.getAll().contains("The brownout has ended"));
        clock.moveTo("2028-06-30T00:00:00Z");
        org.awaitility.Awaitility.await().until(() -> log.getAll().contains("The sunset has come"));
    }

    private Answer deleteAs(String token) {
        return service.delete(catalogue.imageOf(token.equals("demo-other") ? "other" : "demo", "private"), token);
    }

    private String page() {
        return service.send("GET", "/deprecation", Map.of()).body();
    }
}
