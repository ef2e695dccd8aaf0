package dev.imagesunset.server.pact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.imagesunset.server.contract.DocumentedAnswer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Prism on the contract gives each documented answer to whoever asks for it by the header Prefer. */
@SuppressWarnings("NullAway.Init")
class PrismTest {
    private static final String PRISM = "src/pact-test/node/node_modules/@stoplight/prism-cli/dist/index.js";
    private static final String CONTRACT = "../api/src/main/resources/META-INF/resources/openapi/image-service.yaml";

    private static StartedTool prism;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws Exception {
        prism = StartedTool.start(
                "prism",
                port -> List.of(
                        "node", PRISM, "mock", "--multiprocess", "false", "--port", String.valueOf(port), CONTRACT));
    }

    @AfterAll
    static void stop() throws Exception {
        prism.close();
    }

    @ParameterizedTest
    @MethodSource("answers")
    void itGivesTheAnswer(DocumentedAnswer expected) throws Exception {
        HttpRequest.Builder request = request(expected);
        expected.name().ifPresent(name -> request.header("Prefer", "example=" + name));
        gives(expected, request);
    }

    @ParameterizedTest
    @MethodSource("firstOfEachAnswer")
    void itGivesTheFirstExampleToWhoeverNamesNone(DocumentedAnswer expected) throws Exception {
        gives(expected, request(expected));
    }

    private void gives(DocumentedAnswer expected, HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(expected.status());
        if (expected.body().isEmpty()) {
            assertThat(answer.body()).isEmpty();
        } else {
            assertThat(JsonMapper.shared().readTree(answer.body()))
                    .isEqualTo(expected.body().orElseThrow());
        }
    }

    static Stream<Arguments> answers() {
        return DocumentedAnswer.all().map(answer -> argumentSet(answer.toString(), answer));
    }

    /** But for the default ones: they have no status of their own, and only a name tells one from another. */
    static Stream<Arguments> firstOfEachAnswer() {
        Set<List<Object>> seen = new HashSet<>();
        return DocumentedAnswer.all()
                .filter(answer -> !answer.response().equals("default"))
                .filter(answer -> seen.add(List.of(answer.operation().name(), answer.status(), answer.type())))
                .map(answer -> argumentSet(answer.toString(), answer));
    }

    private static HttpRequest.Builder request(DocumentedAnswer expected) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + prism.port() + expected.target()))
                .method(expected.operation().method(), body(expected))
                .header("X-Auth-Token", "a-token")
                .header("Prefer", "code=" + expected.status())
                .header("Accept", expected.type().orElse("*/*"));
        if (expected.operation().takesBody()) {
            request.header("Content-Type", "application/json");
        }
        return request;
    }

    private static HttpRequest.BodyPublisher body(DocumentedAnswer expected) {
        JsonNode example = expected.operation().definition().at("/requestBody/content/application~1json/example");
        return example.isMissingNode()
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(example.toString());
    }
}
