package dev.imagesunset.server.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagesunset.server.Answer;
import dev.imagesunset.server.Catalogue;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.MovableClock;
import dev.imagesunset.server.ServerTest;
import dev.imagesunset.server.sunset.EndOfLife;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.util.ReflectionTestUtils;
import tools.jackson.databind.JsonNode;

/** Whether it may end: six callers that each fail one witness, one of whom nothing is known, and clean ones. */
@ServerTest
@Import(MovableClock.class)
class ReadinessTest {
    private static final String READINESS = "/operator/sunset/readiness";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path pacts;

    @Autowired
    Catalogue catalogue;

    @Autowired
    ImageService service;

    @Autowired
    MovableClock clock;

    @Autowired
    EndOfLife endOfLife;

    private SeededCalls seeded;

    @DynamicPropertySource
    static void pacts(DynamicPropertyRegistry settings) throws IOException {
        for (String version : new String[] {"v1.1", "v2"}) {
            Files.writeString(pacts.resolve(version + ".json"), """
                    {"interactions": [{"request": {"method": "DELETE", "path": "/%s/images/3c3d1d01-b48a-4639-8a88-08be3b9b5d78"}}]}
                    """.formatted(version));
        }
        settings.add("image-sunset.v1-1.pacts[0].project", () -> "has-pact");
        settings.add("image-sunset.v1-1.pacts[0].file", () -> pacts.resolve("v1.1.json"));
        settings.add("image-sunset.v1-1.pacts[1].project", () -> "clean");
        settings.add("image-sunset.v1-1.pacts[1].file", () -> pacts.resolve("v2.json"));
    }

    @BeforeEach
    void seed() {
        clock.moveTo("2027-06-01T08:00:00Z");
        catalogue.execute("DELETE FROM api_calls");
        catalogue.execute("DELETE FROM calling_projects");
        seeded = new SeededCalls(catalogue)
                .days("clean", "v1.1", 60, 1, "2027-05-01")
                .word("needs", "moved", "2027-05-01T00:00:00Z", "")
                .word("needs-unseen", "moved", "2027-05-01T00:00:00Z", "");
    }

    @Test
    void aCleanSetIsReady() {
        seeded.days("moved", "v1.1", 3, 20, "2027-05-20").word("moved", "moved", "2027-05-25T00:00:00Z", "");
        seeded.days("fixed", "v1.1", 60, 1, "2027-05-28").days("fixed", "v2", 3, 1, "2027-05-31");
        JsonNode readiness = readiness("");
        assertThat(readiness.get("ready").asBoolean()).as("%s", readiness).isTrue();
        assertThat(readiness.get("at").asString()).isEqualTo("2027-12-31T00:00:00Z");
        assertThat(readiness.get("verdict").asString()).isEqualTo("Ready: it may end for every caller (3).");
        assertThat(witness(readiness, "clean", "pact").get("says").asString()).isEqualTo("yes");
        assertThat(witness(readiness, "moved", "word").get("because").asString())
                .isEqualTo("mia said on 2027-05-25T00:00Z that it has moved: a test");
    }

    @Test
    void thatNobodyHasCalledIsNoEvidenceUntilCallsAreCountedForLongerThanAMonth() {
        catalogue.execute("DELETE FROM api_calls");
        catalogue.execute("DELETE FROM calling_projects");
        catalogue.execute("UPDATE counting SET since = '2027-05-01 00:00:00+00'");
        JsonNode early = readiness("");
        assertThat(early.get("ready").asBoolean()).as("%s", early).isFalse();
        assertThat(early.get("verdict").asString()).startsWith("Not known: ").endsWith("Ask again on 2027-06-06.");
        catalogue.execute("UPDATE counting SET since = '2027-04-20 00:00:00+00'");
        assertThat(readiness("").get("ready").asBoolean()).isTrue();
    }

    @Test
    void whoNeverCalledButNeedsTheCallIsInTheWay() {
        seeded.word("needs-unseen", "need", "2027-05-02T00:00:00Z", "2028-02-01T00:00:00Z");
        JsonNode readiness = readiness("");
        assertThat(readiness.get("verdict").asString()).isEqualTo("Not ready: of 2 callers, it may not end for 1.");
        assertThat(witness(readiness, "needs-unseen", "word").get("says").asString())
                .isEqualTo("no");
        assertThat(readiness("?at=2028-02-01").get("ready").asBoolean()).isTrue();
    }

    @Test
    void whoOnlyRehearsedIsNotInTheWay() {
        seeded.rows("rehearser", "v1.1", "rehearsal", 1, 1, 1, "2027-05-28");
        JsonNode readiness = readiness("");
        assertThat(readiness.get("ready").asBoolean()).as("%s", readiness).isTrue();
        assertThat(readiness.get("callers")).hasSize(1);
    }

    @Test
    void aRehearsalAfterTheMoveIsNoCall() {
        seeded.days("moved", "v1.1", 3, 20, "2027-05-20")
                .word("moved", "moved", "2027-05-25T00:00:00Z", "")
                .rows("moved", "v1.1", "rehearsal", 1, 1, 1, "2027-05-28");
        assertThat(readiness("").get("ready").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "(no project), no, traffic",
        "calls,     no,      traffic",
        "quiet,     unknown, traffic",
        "brief,     unknown, traffic",
        "needs,     no,      word",
        "came-back, no,      word",
        "storms,    unknown, rehearsal",
        "exempt,    no,      exemption",
        "has-pact,  no,      pact"
    })
    void oneWitnessThatFailsIsEnough(String project, String ready, String failing) {
        seedOneThat(project);
        JsonNode readiness = readiness("");
        assertThat(readiness.get("ready").asBoolean()).isFalse();
        JsonNode caller = readiness.get("callers").get(0);
        assertThat(caller.get("project").asString()).isEqualTo(project);
        assertThat(caller.get("name").asString()).isEqualTo("Team " + project);
        assertThat(caller.get("ready").asString()).as("%s", caller).isEqualTo(ready);
        assertThat(witness(readiness, project, failing).get("says").asString()).isEqualTo(ready);
        assertThat(readiness.get("verdict").asString())
                .isEqualTo("Not ready: of 2 callers, it %s for 1."
                        .formatted(ready.equals("no") ? "may not end" : "is not known"));
    }

    private void seedOneThat(String project) {
        switch (project) {
            case "calls", "(no project)" -> seeded.days(project, "v1.1", 60, 1, "2027-05-31");
            case "quiet" -> seeded.days(project, "v1.1", 60, 1, "2027-05-27");
            case "brief" -> seeded.days(project, "v1.1", 1, 1, "2027-04-01");
            case "needs" ->
                seeded.days(project, "v1.1", 60, 1, "2027-05-01")
                        .word(project, "need", "2027-05-01T00:00:00Z", "2028-02-01T00:00:00Z");
            case "came-back" ->
                seeded.days(project, "v1.1", 1, 1, "2027-05-31").word(project, "moved", "2027-05-01T00:00:00Z", "");
            case "storms" ->
                seeded.days(project, "v1.1", 3, 20, "2027-05-01")
                        .rows(project, "v1.1", "rehearsal", 400, 1, 1, "2027-05-01")
                        .word(project, "moved", "2027-05-02T00:00:00Z", "");
            case "exempt" ->
                seeded.days(project, "v1.1", 60, 1, "2027-05-01")
                        .word(project, "exemption", "2027-05-01T00:00:00Z", "2027-12-31T00:00:00Z");
            default -> seeded.days(project, "v1.1", 60, 1, "2027-05-01");
        }
    }

    @Test
    void aNeedThatIsOverByThenIsNoObstacleIfTheSilenceIsBelieved() {
        seeded.days("needs-less", "v1.1", 60, 1, "2027-05-01")
                .word("needs-less", "need", "2027-05-01T00:00:00Z", "2027-09-01T00:00:00Z");
        assertThat(readiness("?at=2027-08-31").get("ready").asBoolean()).isFalse();
        assertThat(readiness("?at=2027-09-01").get("ready").asBoolean()).isTrue();
    }

    @Test
    void callsWithoutAGoodTokenHaveNobodyToHear() {
        seeded.days("-", "v1.1", 60, 1, "2027-05-31");
        assertThat(readiness("").get("ready").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"at=tomorrow", "at=2027-13-31", "at=2027-02-30", "at=", "on=2027-12-31"})
    void badTimesAreRefused(String query) {
        service.call("GET", READINESS + "?" + query, "demo-admin").isRefusal(400, "parameter-invalid");
    }

    private JsonNode readiness(String query) {
        ReflectionTestUtils.invokeMethod(endOfLife, "refresh");
        Answer answer = service.call("GET", READINESS + query, "demo-admin");
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return answer.json();
    }

    private static JsonNode witness(JsonNode readiness, String project, String name) {
        return readiness
                .get("callers")
                .valueStream()
                .filter(caller -> caller.get("project").asString().equals(project))
                .flatMap(caller -> caller.get("witnesses").valueStream())
                .filter(witness -> witness.get("witness").asString().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(readiness));
    }
}
