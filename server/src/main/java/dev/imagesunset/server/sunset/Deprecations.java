package dev.imagesunset.server.sunset;

import dev.imagesunset.server.contract.Contract;
import dev.imagesunset.server.contract.Operation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The contract's deprecated operations, each with the sunset of the contract or the later one of the operator's
 * settings.
 */
@Component
public class Deprecations {
    private final List<Deprecation> all;

    Deprecations(Contract contract, EndOfLifeProperties settings) {
        @Nullable LocalDate postponed = settings.sunset();
        all = contract.operations()
                .filter(Operation::isDeprecated)
                .map(operation -> Deprecation.of(operation, successor(operation, contract)))
                .map(deprecation -> postponed == null ? deprecation : deprecation.postponedTo(postponed))
                .toList();
    }

    private static Operation successor(Operation operation, Contract contract) {
        String name = operation.definition().get("x-successor").asString();
        return contract.operations()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The contract has no successor " + name));
    }

    /** All deprecations, in the contract's order. */
    public List<Deprecation> all() {
        return all;
    }

    /** The deprecation of an operation, if it has one. */
    Optional<Deprecation> of(Operation operation) {
        return all.stream()
                .filter(deprecation -> deprecation.operation().equals(operation))
                .findFirst();
    }

    /** The deprecation that operators see; the contract has no other. */
    public Deprecation first() {
        return all.get(0);
    }

    /** The last sunset, from which on all deprecated operations are gone. */
    Instant sunset() {
        return all.stream()
                .map(Deprecation::sunset)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }
}
