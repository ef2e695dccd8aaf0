package dev.imagesunset.server.pact;

import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.core.model.V4Interaction;
import dev.imagesunset.server.contract.Contract;
import dev.imagesunset.server.contract.Operation;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What makes a pact one that no server can keep, found before any request is sent. */
final class PactCheck {
    private static final Contract CONTRACT = new Contract();

    private PactCheck() {}

    /** A sentence for each thing that is wrong. */
    static Stream<String> complaints(Pact pact) {
        return pact.getInteractions().stream()
                .flatMap(interaction -> complaints(interaction).map(complaint -> "The pact of %s: \"%s\" %s"
                        .formatted(pact.getConsumer().getName(), interaction.getDescription(), complaint)));
    }

    private static Stream<String> complaints(Interaction interaction) {
        return interaction.asV4Interaction() instanceof V4Interaction.SynchronousHttp http
                ? Stream.concat(
                        answer(http).stream(), http.getProviderStates().stream().flatMap(KnownState::complaints))
                : Stream.of("is a message, and the service is spoken to by HTTP alone.");
    }

    private static Optional<String> answer(V4Interaction.SynchronousHttp interaction) {
        String method = interaction.getRequest().getMethod();
        String path = interaction.getRequest().getPath();
        int status = interaction.getResponse().getStatus();
        return CONTRACT.matching(method, path)
                .map(operation -> undocumented(operation, status))
                .orElseGet(() -> Optional.of("asks for %s %s, which the contract does not have. It has %s."
                        .formatted(method, path, operations(path))));
    }

    private static Optional<String> undocumented(Operation operation, int status) {
        JsonNode answers = operation.definition().get("responses");
        boolean isDocumented = answers.has(String.valueOf(status)) || (status >= 400 && answers.has("default"));
        return isDocumented
                ? Optional.empty()
                : Optional.of("expects %d of %s, which the contract does not have. It has %s."
                        .formatted(status, operation.name(), String.join(", ", answers.propertyNames())));
    }

    private static String operations(String path) {
        String there = String.join(", ", CONTRACT.methods(path));
        return there.isEmpty()
                ? CONTRACT.operations()
                        .filter(operation -> !operation.definition().has("x-audience"))
                        .map(Operation::name)
                        .collect(Collectors.joining(", "))
                : there + " at that path";
    }
}
