package dev.imagesunset.server.sunset;

import dev.imagesunset.server.contract.Contract;
import dev.imagesunset.server.contract.Operation;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The contract's deprecated operation, with the sunset of the contract or the later one of the operator's settings. */
@Component
public class Deprecations {
    private final Deprecation first;

    Deprecations(Contract contract, EndOfLifeProperties settings) {
        Operation deprecated = contract.operations()
                .filter(Operation::isDeprecated)
                .findFirst()
                .orElseThrow();
        Deprecation ofTheContract = Deprecation.of(deprecated, successor(deprecated, contract));
        @Nullable LocalDate postponed = settings.sunset();
        first = postponed == null ? ofTheContract : ofTheContract.postponedTo(postponed);
    }

    private static Operation successor(Operation operation, Contract contract) {
        String name = operation.definition().get("x-successor").asString();
        return contract.operations()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The contract has no successor " + name));
    }

    /** The deprecation; the contract has no other. */
    public Deprecation first() {
        return first;
    }
}
