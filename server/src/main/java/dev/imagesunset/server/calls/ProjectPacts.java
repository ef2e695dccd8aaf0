package dev.imagesunset.server.calls;

import dev.imagesunset.server.contract.Contract;
import dev.imagesunset.server.contract.Operation;
import dev.imagesunset.server.settings.IllegalSetting;
import dev.imagesunset.server.sunset.CallerProperties;
import dev.imagesunset.server.sunset.CallerProperties.PactOfProject;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The pacts of projects, read once: whether each still expects an operation that ends. */
@Component
class ProjectPacts {
    private final Map<String, Boolean> expects = new HashMap<>();

    ProjectPacts(CallerProperties settings, Contract contract) {
        for (PactOfProject pact : settings.pacts()) {
            if (pact.project() == null || pact.file() == null) {
                throw new IllegalSetting(
                        "image-sunset.v1-1.pacts has one without a project or without a file.", "Set both.");
            }
            expects.merge(pact.project(), hasTheCall(read(pact.file()), contract), Boolean::logicalOr);
        }
    }

    private static JsonNode read(Path pact) {
        try {
            return JsonMapper.shared().readTree(pact.toFile()).required("interactions");
        } catch (JacksonException e) {
            throw new IllegalSetting(
                    "image-sunset.v1-1.pacts has %s, which cannot be read as a pact.".formatted(pact),
                    "Set the path of a JSON file that Pact has written.");
        }
    }

    private static boolean hasTheCall(JsonNode interactions, Contract contract) {
        return interactions
                .valueStream()
                .map(interaction -> interaction.path("request"))
                .flatMap(request ->
                        contract
                                .matching(
                                        request.path("method").asString(""),
                                        request.path("path").asString(""))
                                .stream())
                .anyMatch(Operation::isDeprecated);
    }

    /** Whether the project's pact expects the call, if there is a pact. */
    Optional<Boolean> expectsTheCall(String project) {
        return Optional.ofNullable(expects.get(project));
    }
}
