package dev.imagesunset.server.access;

import dev.imagesunset.server.request.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Keystone says of a token.
 *
 * @param caller who the token stands for, or null if it is not good
 * @param expiresAt until when that holds
 */
record Validation(@Nullable Caller caller, Instant expiresAt) {
    static final Validation REFUSED = new Validation(null, Instant.MAX);

    Optional<Caller> callerAt(Instant now) {
        return now.isBefore(expiresAt) ? Optional.ofNullable(caller) : Optional.empty();
    }

    boolean isRefusal() {
        return caller == null;
    }

    /** How long to remember it: for a time, but not for longer than it holds. */
    Duration timeToKeep(Instant now, Duration longest) {
        if (expiresAt.isAfter(now.plus(longest))) {
            return longest;
        }
        return now.isBefore(expiresAt) ? Duration.between(now, expiresAt) : Duration.ZERO;
    }
}
