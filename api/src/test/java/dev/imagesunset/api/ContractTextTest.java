package dev.imagesunset.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What the contract says twice, once for people and once for programs, it says alike. */
class ContractTextTest {
    private final Map<String, Object> contract = contract();

    @Test
    void theDescriptionOfADeprecatedOperationTellsTheEndThatItsExtensionsTell() {
        assertThat(deprecatedOperations()).isNotEmpty().allSatisfy(operation -> assertThat(
                        (String) operation.get("description"))
                .startsWith("**Deprecated since %s and gone on %s: call [`%s`](#/Images/deleteImage) instead;"
                        .formatted(
                                operation.get("x-deprecated-at"),
                                operation.get("x-sunset"),
                                operation.get("x-successor")))
                .contains("[migration page](%s)".formatted(operation.get("x-migration-page"))));
    }

    @Test
    void theTitleOfEachExampleProblemIsTheDescriptionOfItsAnswer() {
        at(contract, "components", "responses").forEach((name, response) -> {
            if (!name.startsWith("Refused")) {
                assertThat(problems(response)).allSatisfy(problem -> assertThat(problem)
                        .containsEntry("title", ((Map<?, ?>) response).get("description")));
            }
        });
    }

    @Test
    void theCodeOfEachExampleProblemIsListed() {
        Object codes = at(contract, "components", "schemas", "Problem", "properties", "code")
                .get("x-extensible-enum");
        at(contract, "components", "responses").values().forEach(response -> assertThat(problems(response))
                .extracting(problem -> problem.get("code"))
                .isSubsetOf((List<?>) codes));
    }

    private List<Map<String, Object>> deprecatedOperations() {
        return at(contract, "paths").values().stream()
                .flatMap(path -> at(path).values().stream())
                .filter(Map.class::isInstance)
                .map(operation -> at(operation))
                .filter(operation -> Boolean.TRUE.equals(operation.get("deprecated")))
                .toList();
    }

    private List<Map<String, Object>> problems(Object response) {
        Map<String, Object> content = at(response, "content");
        return content.containsKey("application/problem+json")
                ? at(content, "application/problem+json", "examples").values().stream()
                        .map(example -> at(resolved(at(example)), "value"))
                        .toList()
                : List.of();
    }

    private Map<String, Object> resolved(Map<String, Object> node) {
        return node.get("$ref") instanceof String reference
                ? at(contract, reference.replace("#/", "").split("/"))
                : node;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> at(Object node, String... path) {
        Object found = node;
        for (String key : path) {
            found = Objects.requireNonNull(((Map<?, ?>) found).get(key), key);
        }
        return (Map<String, Object>) found;
    }

    private static Map<String, Object> contract() {
        try (var yaml = ImageServiceContract.url().openStream()) {
            return new Yaml().load(yaml);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
