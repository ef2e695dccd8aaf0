package dev.imagesunset.server.pact;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.model.HttpRequest;
import au.com.dius.pact.core.model.V4Interaction;
import dev.imagesunset.server.contract.Contract;
import dev.imagesunset.server.contract.Operation;
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

    @ParameterizedTest(name = "{0}")
    @MethodSource("interactions")
    void eachAnswerIsValidByTheContract(V4Interaction.SynchronousHttp interaction) {
        assertThat(ContractValidation.complaintsOfResponse(interaction))
                .as(interaction.getDescription())
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("goodRequests")
    void eachRequestIsValidByTheContract(V4Interaction.SynchronousHttp interaction) {
        assertThat(ContractValidation.complaintsOfRequest(interaction))
                .as(interaction.getDescription())
                .isEmpty();
    }

    @Test
    void eachDocumentedAnswerIsCoveredByAnInteractionOfOurOwnClient() {
        Set<String> documented = consumerOperations()
                .flatMap(operation -> operation.definition().get("responses").propertyNames().stream()
                        .filter(status -> !status.equals("default") && !isOutOfReach(operation, status))
                        .map(status -> operation.method() + " " + operation.path() + " " + status))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> covered = Pacts.interactions("pact.own")
                .map(PactAgainstContractTest::answer)
                .collect(Collectors.toSet());
        assertThat(covered).as("answers in the pacts").containsExactlyInAnyOrderElementsOf(documented);
    }

    /**
     * Our own client cannot be wrong where it has nothing to say: a parameter that does not exist is nothing that it sends. And
     * a server that has an operation does not answer that it is elsewhere.
     */
    private static boolean isOutOfReach(Operation operation, String status) {
        boolean hasNothingToSay = operation.definition().path("parameters").isEmpty()
                && !operation.takesBody()
                && !operation.path().contains("{");
        boolean isElsewhere = operation
                .definition()
                .at("/responses/" + status + "/$ref")
                .asString("")
                .endsWith("/Elsewhere");
        return isElsewhere || (hasNothingToSay && status.equals("400"));
    }

    private static String answer(V4Interaction.SynchronousHttp interaction) {
        HttpRequest request = interaction.getRequest();
        return CONTRACT.matching(request.getMethod(), request.getPath())
                .filter(PactAgainstContractTest::isForConsumers)
                .map(Operation::path)
                .map(template -> request.getMethod() + " " + template + " "
                        + interaction.getResponse().getStatus())
                .orElse(request.getMethod() + " " + request.getPath()
                        + " is nothing that the contract has for consumers");
    }

    private static Stream<Operation> consumerOperations() {
        return CONTRACT.operations().filter(PactAgainstContractTest::isForConsumers);
    }

    private static boolean isForConsumers(Operation operation) {
        return !operation.definition().has("x-audience");
    }

    static Stream<V4Interaction.SynchronousHttp> interactions() {
        return Pacts.interactions("pact.folder");
    }

    /** All but those that are there to be refused as bad. */
    static Stream<V4Interaction.SynchronousHttp> goodRequests() {
        return interactions().filter(interaction -> interaction.getResponse().getStatus() != 400);
    }
}
