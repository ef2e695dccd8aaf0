package dev.imagesunset.server.calls;

import dev.imagesunset.server.contract.Operation;
import dev.imagesunset.server.request.Exchange;
import dev.imagesunset.server.sunset.Deprecation;
import dev.imagesunset.server.sunset.Deprecations;
import dev.imagesunset.server.upstream.UpstreamProperties;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The API version that ends and that of its successor, and which of them a request calls. */
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

    /** Whether calls of the successor pass through this server; otherwise it cannot count them. */
    boolean knowsSuccessor() {
        return knowsSuccessor;
    }

    /**
     * The counted version that a request calls, if any. For the version that ends, the request asks for the operation
     * that ends, with any token. For the successor's, it asks for the replacement, with a valid token: a caller that
     * cannot call it has not moved.
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
