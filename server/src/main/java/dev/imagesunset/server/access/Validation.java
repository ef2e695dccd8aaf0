package dev.imagesunset.server.access;

import dev.imagesunset.server.request.Caller;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keystone's answer about a token.
 *
 * @param caller whom the token identifies, or null if it is invalid
 * @param expiresAt when that ends
 */
record Validation(@Nullable Caller caller, Instant expiresAt) {
    static final Validation REFUSED = new Validation(null, Instant.MAX);

    Optional<Caller> callerAt(Instant now) {
        return now.isBefore(expiresAt) ? Optional.ofNullable(caller) : Optional.empty();
    }

    boolean isRefusal() {
        return caller == null;
    }
}
