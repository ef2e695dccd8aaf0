package dev.imagesunset.server.deprecation;

import dev.imagesunset.server.contract.Contract;
import java.util.List;
import org.springframework.stereotype.Component;

/** Everything that ends, by the contract. */
@Component
public class Deprecations {
    private final List<Deprecation> all;

    Deprecations(Contract contract) {
        all = contract.operations()
                .filter(operation -> operation.definition().path("deprecated").asBoolean(false))
                .map(Deprecation::of)
                .toList();
    }

    /** All of them, in the contract's order. */
    public List<Deprecation> all() {
        return all;
    }
}
