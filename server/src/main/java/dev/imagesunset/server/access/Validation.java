package dev.imagesunset.server.access;

import dev.imagesunset.server.request.Caller;
import java.time.Duration;
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

    /** How long to remember it: at most a given time, and never longer than it is valid. */
    Duration timeToKeep(Instant now, Duration longest) {
        if (expiresAt.isAfter(now.plus(longest))) {
            return longest;
        }
        return now.isBefore(expiresAt) ? Duration.between(now, expiresAt) : Duration.ZERO;
    }
}
