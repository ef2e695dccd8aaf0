package dev.imagesunset.server.pact;

import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.V4Interaction;
import dev.imagesunset.server.contract.Contract;
import dev.imagesunset.server.contract.Operation;
import java.time.LocalDate;
import java.util.Optional;

/**
 * That an interaction ends, because it uses a deprecated operation.
 *
 * @param interaction its description
 * @param operation what it calls
 * @param sunset from when on that is gone
 * @param successor what to call instead
 */
record Ending(String interaction, String operation, LocalDate sunset, String successor) {
    private static final Contract CONTRACT = new Contract();

    static Optional<Ending> of(Interaction interaction) {
        boolean knowsTheEnd = interaction.getProviderStates().stream()
                .anyMatch(state -> ProviderStates.AFTER_THE_SUNSET.equals(state.getName()));
        return knowsTheEnd || !(interaction.asV4Interaction() instanceof V4Interaction.SynchronousHttp http)
                ? Optional.empty()
                : CONTRACT.matching(
                                http.getRequest().getMethod(), http.getRequest().getPath())
                        .filter(Operation::isDeprecated)
                        .map(operation -> of(http, operation));
    }

    private static Ending of(V4Interaction.SynchronousHttp interaction, Operation operation) {
        return new Ending(
                interaction.getDescription(),
                operation.name(),
                LocalDate.parse(operation.definition().get("x-sunset").asString()),
                operation.definition().get("x-successor").asString());
    }

    /** Why the pact of a consumer does not hold as of the day that was asked for; nothing if that is not the reason. */
    Optional<String> reason(String consumer) {
        return AsOf.day()
                .filter(day -> !day.isBefore(sunset))
                .map(day ->
                        "As of %s the pact of %s does not hold: \"%s\" calls %s, which is gone from %s on. Call %s instead."
                                .formatted(day, consumer, interaction, operation, sunset, successor));
    }
}
