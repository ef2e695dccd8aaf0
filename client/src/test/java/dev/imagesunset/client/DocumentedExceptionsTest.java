package dev.imagesunset.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds the exceptions that Javadoc names against the answers that the contract has. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentedExceptionsTest {
    /** Those of every call, which the interface's own Javadoc names. */
    private static final Set<String> EVERYWHERE = Set.of("401", "500", "503", "default");

    private static final Pattern DOCUMENTED = Pattern.compile(
            "/\\*\\*((?:(?!\\*/).)*)\\*/\\s+(?:@Deprecated\\([^)]*\\)\\s+)?[\\w<>]+ (\\w+)\\(", Pattern.DOTALL);
    private static final Pattern THROWN =
            Pattern.compile("@throws (\\w+)((?:(?!@throws|@deprecated).)*)", Pattern.DOTALL);
    private static final Pattern STATUS = Pattern.compile("\\((\\d{3})\\)");

    private final String source = Files.readString(Path.of("src/main/java/dev/imagesunset/client/ImageService.java"));

    DocumentedExceptionsTest() throws IOException {}

    @ParameterizedTest
    @MethodSource("operations")
    void aMethodNamesTheExceptionOfEachRefusal(String method, Set<String> refusals) {
        assertThat(named(method)).isEqualTo(refusals);
    }

    /** What the Javadoc of the method names, as the contract's answers would: the exception and its status. */
    private Set<String> named(String method) {
        return all(DOCUMENTED, source)
                .filter(found -> found.group(2).equals(method))
                .findFirst()
                .map(found -> all(THROWN, found.group(1)))
                .orElseThrow()
                .flatMap(thrown -> all(STATUS, thrown.group(2)).map(status -> thrown.group(1) + " " + status.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Stream<Object[]> operations() throws IOException {
        try (InputStream contract =
                DocumentedExceptionsTest.class.getResourceAsStream("/META-INF/resources/openapi/image-service.yaml")) {
            JsonNode document = JsonMapper.shared().valueToTree(new Yaml().load(contract));
            return document.get("paths").valueStream().flatMap(path -> path.valueStream()
                    .filter(operation -> operation.has("operationId") && !operation.has("x-audience"))
                    .map(operation ->
                            new Object[] {operation.get("operationId").asString(), refusals(path, operation)}));
        }
    }

    /** Who has nothing to say cannot say it wrong: a parameter that does not exist is nothing that the client sends. */
    private static Set<String> refusals(JsonNode path, JsonNode operation) {
        boolean hasSomethingToSay =
                path.has("parameters") || operation.has("parameters") || operation.has("requestBody");
        return operation.get("responses").propertyNames().stream()
                .filter(status -> !status.startsWith("2") && !EVERYWHERE.contains(status))
                .filter(status -> hasSomethingToSay || !status.equals("400"))
                .filter(status -> !isOnlyOfTheEndpoint(operation.at("/responses/" + status)))
                .map(status -> exception(status) + " " + status)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What is not on that server at all is an unexpected answer, as for every call. */
    private static boolean isOnlyOfTheEndpoint(JsonNode response) {
        return response.path("$ref").asString("").endsWith("/Elsewhere");
    }

    private static String exception(String status) {
        Answer answer = Answer.of(Integer.parseInt(status));
        return ImageServiceException.of("A call", answer).getClass().getSimpleName();
    }

    private static Stream<MatchResult> all(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }
}
