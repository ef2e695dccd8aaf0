package dev.imagesunset.server.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagesunset.api.ImageServiceContract;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProblemCodeTest {
    private final JsonNode components = components();

    @Test
    void theContractListsTheCodesOfTheServerAndNoOthers() {
        List<String> words =
                Stream.of(ProblemCode.values()).map(ProblemCode::word).toList();
        assertThat(components.at("/schemas/Problem/properties/code/x-extensible-enum"))
                .extracting(JsonNode::asString)
                .containsExactlyElementsOf(words);
    }

    /** Those of 410 are OperationGoneTest's. */
    @Test
    void theContractsExamplesAreWhatTheServerAnswers() {
        Map<String, ProblemCode> codes =
                Stream.of(ProblemCode.values()).collect(Collectors.toMap(ProblemCode::word, Function.identity()));
        List<JsonNode> examples = Stream.concat(
                        components.get("examples").valueStream(),
                        components.get("responses").valueStream().flatMap(response -> response.at(
                                        "/content/application~1problem+json/examples")
                                .valueStream()))
                .filter(example -> !example.has("$ref"))
                .map(example -> example.get("value"))
                .toList();
        assertThat(examples).hasSizeGreaterThan(8).allSatisfy(example -> {
            ProblemCode code =
                    Objects.requireNonNull(codes.get(example.get("code").asString()));
            if (code.status() != HttpStatus.GONE) {
                assertThat(example.get("detail").asString()).isEqualTo(code.detail());
            }
            assertThat(example.get("status").asInt()).isEqualTo(code.status().value());
        });
    }

    private static JsonNode components() {
        try (InputStream yaml = ImageServiceContract.url().openStream()) {
            return JsonMapper.shared().valueToTree(new Yaml().load(yaml)).get("components");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
