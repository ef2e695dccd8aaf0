package dev.imagesunset.server.pact;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.model.DefaultPactReader;
import au.com.dius.pact.core.model.V4Interaction;
import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import dev.imagesunset.api.ImageServiceContract;
import dev.imagesunset.server.contract.Contract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the pacts against the contract, in both directions. */
class PactAgainstContractTest {
    private static final Contract CONTRACT = new Contract();
    private static final OpenApiInteractionValidator VALIDATOR = OpenApiInteractionValidator.createFor(
                    ImageServiceContract.url().toString())
            .build();

    @ParameterizedTest(name = "{0}")
    @MethodSource("interactions")
    void eachInteractionIsValidByTheContract(V4Interaction.SynchronousHttp interaction) {
        SimpleResponse.Builder response =
                SimpleResponse.Builder.status(interaction.getResponse().getStatus());
        interaction.getResponse().getHeaders().forEach(response::withHeader);
        if (interaction.getResponse().getBody().isPresent()) {
            response.withBody(interaction.getResponse().getBody().valueAsString());
        }
        ValidationReport report = VALIDATOR.validateResponse(
                interaction.getRequest().getPath(),
                Request.Method.valueOf(interaction.getRequest().getMethod()),
                response.build());
        assertThat(report.getMessages()).as(interaction.getDescription()).isEmpty();
    }

    @Test
    void eachDocumentedAnswerIsCoveredByAnInteraction() {
        Set<String> documented = CONTRACT.operations()
                .flatMap(operation -> operation.definition().get("responses").propertyNames().stream()
                        .filter(status -> !status.equals("default"))
                        .map(status -> operation.method() + " " + operation.path() + " " + status))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> covered =
                interactions().map(PactAgainstContractTest::answer).collect(Collectors.toSet());
        assertThat(covered).as("answers in the pacts").containsExactlyInAnyOrderElementsOf(documented);
    }

    private static String answer(V4Interaction.SynchronousHttp interaction) {
        String path = interaction.getRequest().getPath();
        return CONTRACT.operations()
                .filter(operation -> path.matches(operation.path().replaceAll("\\{[^}]+}", "[^/]+")))
                .map(Contract.Operation::path)
                .findFirst()
                .map(template -> interaction.getRequest().getMethod() + " " + template + " "
                        + interaction.getResponse().getStatus())
                .orElse(path + " is not in the contract");
    }

    static Stream<V4Interaction.SynchronousHttp> interactions() {
        return files().stream()
                .map(file -> DefaultPactReader.INSTANCE.loadPact(file.toFile()))
                .flatMap(pact -> pact.getInteractions().stream())
                .map(V4Interaction.SynchronousHttp.class::cast);
    }

    private static List<Path> files() {
        Path folder = Path.of(System.getProperty("pact.folder"));
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> pacts =
                    files.filter(file -> file.toString().endsWith(".json")).toList();
            assertThat(pacts).as("pacts in %s", folder).isNotEmpty();
            return pacts;
        } catch (IOException e) {
            throw new AssertionError("The pacts are read from " + folder + ", where the client's tests write them", e);
        }
    }
}
