package dev.imagesunset.server.pact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Other teams' pacts, in whatever version of the format their tools write. */
class OthersPactsTest {
    private static final String IMAGE = "5d0a2a0e-6a0b-4a3e-9c44-0d6f4f1f6f10";
    private static final String OWN_IMAGE =
            "{\"name\": \"an image of the caller's project\", \"params\": {\"id\": \"%s\"}}".formatted(IMAGE);

    private Path folder;
    private final Map<String, String> properties = new HashMap<>();

    @BeforeEach
    void pactsAreInTheFolder(@TempDir Path temporary) {
        folder = temporary;
        properties.put("pact.folder", folder.toString());
        properties.put("pact.endReport", folder.resolve("report/endings.json").toString());
        properties.put("pact.summary", folder.resolve("summary.md").toString());
    }

    @Test
    void severalConsumersAreVerifiedAndToldUntilWhenTheirPactsHold() throws IOException {
        pact("webshop", deleting("v1.1", OWN_IMAGE, 204));
        pact("backup", deleting("v2", OWN_IMAGE, 204));
        Verification verification = Verification.with(properties);
        assertThat(verification.failures()).isEmpty();
        assertThat(verification.verified()).isEqualTo(2);
        JsonNode consumers = JsonMapper.shared()
                .readTree(folder.resolve("report/endings.json"))
                .get("consumers");
        assertThat(consumers.get(0).get("name").asString()).isEqualTo("backup");
        assertThat(consumers.get(0).has("holdsUntil")
                        && !consumers.get(0).get("holdsUntil").isNull())
                .isFalse();
        assertThat(consumers.get(1).get("holdsUntil").asString()).isEqualTo("2027-12-31");
        assertThat(consumers.get(1).at("/endings/0/successor").asString()).isEqualTo("DELETE /v2/images/{image_id}");
        assertThat(folder.resolve("summary.md")).content().contains("""
                | backup | all 1 | | | |
                | webshop | deleting through v1.1 | 2027-12-31 | `DELETE /v1.1/images/{image_id}` | `DELETE /v2/images/{image_id}` |
                """);
    }

    @Test
    void asOfADayAfterTheSunsetAPactFailsWithTheReason() throws IOException {
        pact("webshop", deleting("v1.1", OWN_IMAGE, 204));
        properties.put("pact.asOf", "2028-01-01");
        assertThat(Verification.with(properties).failures())
                .containsExactly("As of 2028-01-01 the pact of webshop does not hold: \"deleting through v1.1\" calls "
                        + "DELETE /v1.1/images/{image_id}, which is gone from 2027-12-31 on. "
                        + "Call DELETE /v2/images/{image_id} instead.");
        assertThat(folder.resolve("summary.md")).content().contains("verified as of 2028-01-01");
    }

    @Test
    void asOfADayAfterTheSunsetWhatCallsTheSuccessorHolds() throws IOException {
        pact("backup", deleting("v2", OWN_IMAGE, 204) + "," + deleting("v2", deleted(), 404));
        properties.put("pact.asOf", "2028-01-01");
        Verification verification = Verification.with(properties);
        assertThat(verification.failures()).isEmpty();
        assertThat(verification.verified()).isEqualTo(2);
    }

    @Test
    void aDayThatIsNoneIsRefused() throws IOException {
        pact("webshop", deleting("v1.1", OWN_IMAGE, 204));
        properties.put("pact.asOf", "next year");
        assertThat(Verification.with(properties).failures())
                .singleElement()
                .asString()
                .contains("pact.asOf is \"next year\". Write a day, like 2028-01-01.");
    }

    @Test
    void anInteractionWithoutAStateIsVerifiedToo() throws IOException {
        pact("webshop", """
                {"description": "deleting without a token",
                 "request": {"method": "DELETE", "path": "/v2/images/%s"}, "response": {"status": 204}}
                """.formatted(IMAGE));
        assertThat(Verification.with(properties).failures())
                .singleElement()
                .asString()
                .contains("expected status of 204 but was 401");
    }

    @Test
    void headersWithCommasAreComparedAsAWhole() throws IOException {
        String whole = deleting("v1.1", OWN_IMAGE, 204)
                .replace("204}", "204, \"headers\": {\"Sunset\": [\"Fri, 31 Dec 2027 00:00:00 GMT\"]}}");
        pact("webshop", whole);
        assertThat(Verification.with(properties).failures()).isEmpty();
        pact("webshop", whole.replace("31 Dec", "30 Dec"));
        assertThat(Verification.with(properties).failures())
                .singleElement()
                .asString()
                .contains("'Fri, 30 Dec 2027 00:00:00 GMT' but was 'Fri, 31 Dec 2027 00:00:00 GMT'");
    }

    @Test
    void aStateThatDoesNotExistNamesThoseThatDo() throws IOException {
        pact("webshop", deleting("v2", "{\"name\": \"an image\"}", 204));
        assertNothingWasVerified("is given the state \"an image\", which does not exist. There are "
                + "\"a caller whose token is for no project\", \"a caller whose token is not good\", ");
    }

    @Test
    void aStateWithoutItsParameterIsRefused() throws IOException {
        pact("webshop", deleting("v2", "{\"name\": \"no such image\"}", 404));
        assertNothingWasVerified("is given the state \"no such image\" without its parameter \"id\".");
    }

    @Test
    void aCallThatTheContractDoesNotHaveIsRefused() throws IOException {
        pact("webshop", deleting("v2", OWN_IMAGE, 204).replace("DELETE", "PUT"));
        assertNothingWasVerified("The pact of webshop: \"deleting through v2\" asks for PUT /v2/images/" + IMAGE
                + ", which the contract does not have. It has GET, ");
    }

    @Test
    void anAnswerThatTheContractDoesNotHaveIsRefused() throws IOException {
        pact("webshop", deleting("v2", OWN_IMAGE, 202));
        assertNothingWasVerified(
                "expects 202 of DELETE /v2/images/{image_id}, which the contract does not have. It has 204, ");
    }

    private void assertNothingWasVerified(String reason) {
        Verification verification = Verification.with(properties);
        assertThat(verification.verified()).isZero();
        assertThat(verification.failures()).singleElement().asString().contains("Nothing was verified", reason);
    }

    private static String deleted() {
        return OWN_IMAGE.replace("project\"", "project that is deleted already\"");
    }

    private static String deleting(String version, String state, int status) {
        return """
                {"description": "deleting through %s", "providerStates": [%s],
                 "request": {"method": "DELETE", "path": "/%s/images/%s", "headers": {"X-Auth-Token": "a-token"}},
                 "response": {"status": %d}}
                """.formatted(version, state, version, IMAGE, status);
    }

    private void pact(String consumer, String interactions) throws IOException {
        Files.writeString(folder.resolve(consumer + ".json"), """
                {"consumer": {"name": "%s"}, "provider": {"name": "image-service"}, "interactions": [%s],
                 "metadata": {"pactSpecification": {"version": "3.0.0"}}}
                """.formatted(consumer, interactions));
    }
}
