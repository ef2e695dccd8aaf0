package dev.imagesunset.server.pact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.V4Interaction;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Pact's stub server on our own pact gives the answer of each interaction to whoever names its state. */
@SuppressWarnings("NullAway.Init")
class PactStubTest {
    private static final String STATE = "X-State";

    private static StartedTool stub;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws Exception {
        stub = StartedTool.start(
                "pact-stub",
                port -> List.of(
                        RustVerifierTest.PACT,
                        "stub",
                        "--dir",
                        System.getProperty("pact.own"),
                        "--provider-state-header-name",
                        STATE,
                        "--port",
                        String.valueOf(port)));
    }

    @AfterAll
    static void stop() throws Exception {
        stub.close();
    }

    @ParameterizedTest
    @MethodSource("interactions")
    void itGivesTheAnswer(V4Interaction.SynchronousHttp interaction) throws Exception {
        HttpResponse<String> answer = http.send(request(interaction), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(interaction.getResponse().getStatus());
        OptionalBody body = interaction.getResponse().getBody();
        if (body.isPresent()) {
            assertThat(JsonMapper.shared().readTree(answer.body()))
                    .isEqualTo(JsonMapper.shared().readTree(body.valueAsString()));
        }
    }

    static Stream<Arguments> interactions() {
        return Pacts.interactions("pact.own").map(it -> argumentSet(it.getDescription(), it));
    }

    private static HttpRequest request(V4Interaction.SynchronousHttp interaction) {
        au.com.dius.pact.core.model.HttpRequest asked = interaction.getRequest();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + stub.port() + asked.getPath() + query(asked)))
                .method(
                        asked.getMethod(),
                        HttpRequest.BodyPublishers.ofByteArray(asked.getBody().orEmpty()));
        asked.getHeaders().forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        // The header is an expression, and one state's name begins like another's.
        interaction.getProviderStates().forEach(state -> request.header(STATE, "^" + state.getName() + "$"));
        return request.build();
    }

    private static String query(au.com.dius.pact.core.model.HttpRequest asked) {
        String query = asked.getQuery().entrySet().stream()
                .flatMap(parameter -> parameter.getValue().stream()
                        .map(value -> parameter.getKey() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }
}
