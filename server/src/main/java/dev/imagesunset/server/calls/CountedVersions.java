package dev.imagesunset.server.calls;

import dev.imagesunset.server.request.Exchange;
import dev.imagesunset.server.sunset.Deprecation;
import dev.imagesunset.server.sunset.Deprecations;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The API version that ends and its successor's, and which of them a request is a call of. */
@Component
class CountedVersions {
    private final Deprecation deprecation;

    CountedVersions(Deprecations deprecations) {
        deprecation = deprecations.first();
    }

    String deprecated() {
        return deprecation.version();
    }

    String successor() {
        return deprecation.successor().version().orElseThrow();
    }

    /** A call of the version that ends is every request to it; of the successor's, only what replaces the operation that ends. */
    Optional<String> calledBy(Exchange exchange) {
        if (exchange.version().filter(deprecated()::equals).isPresent()) {
            return Optional.of(deprecated());
        }
        return exchange.operation().filter(deprecation.successor()::equals).map(operation -> successor());
    }
}
