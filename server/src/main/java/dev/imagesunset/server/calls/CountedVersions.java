package dev.imagesunset.server.calls;

import dev.imagesunset.server.contract.Operation;
import dev.imagesunset.server.request.Exchange;
import dev.imagesunset.server.sunset.Deprecation;
import dev.imagesunset.server.sunset.Deprecations;
import dev.imagesunset.server.upstream.UpstreamProperties;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The API version that ends and its successor's, and which of them a request is a call of. */
@Component
class CountedVersions {
    private final Deprecation deprecation;
    private final boolean knowsSuccessor;

    CountedVersions(Deprecations deprecations, UpstreamProperties upstream) {
        deprecation = deprecations.first();
        knowsSuccessor = upstream.countsV2();
    }

    String deprecated() {
        return deprecation.version();
    }

    String successor() {
        return deprecation.successor().version().orElseThrow();
    }

    /** Whether the successor's calls pass through this server; otherwise nobody here knows how many there are. */
    boolean knowsSuccessor() {
        return knowsSuccessor;
    }

    /**
     * A call of the version that ends asks for the operation that ends, with whatever token; a call of the successor's
     * asks for what replaces it with a good token, since nobody has moved who cannot call.
     */
    Optional<String> calledBy(Exchange exchange) {
        Operation asked = exchange.operation().orElse(null);
        if (deprecation.operation().equals(asked)) {
            return Optional.of(deprecated());
        }
        boolean hasMoved =
                deprecation.successor().equals(asked) && exchange.knownCaller().isPresent();
        return hasMoved ? Optional.of(successor()) : Optional.empty();
    }
}
