package dev.imagesunset.server.access;

import java.time.Duration;
import java.time.Instant;

/**
 * What Keystone said about a token, and for how long that counts.
 *
 * @param askAt when to ask Keystone again, without making callers wait
 * @param trustedUntil when callers start to wait for Keystone's new answer
 * @param keptUntil when this is forgotten, even if Keystone does not answer
 */
record KnownToken(Validation validation, Instant askAt, Instant trustedUntil, Instant keptUntil) {
    /** How long not to ask again after Keystone has not answered. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    static KnownToken of(Validation validation, Instant now, IdentityProperties identity) {
        if (validation.isRefusal()) {
            Instant end = now.plus(identity.refusalCacheTime());
            return new KnownToken(validation, end, end, end);
        }
        Duration time = identity.tokenCacheTime();
        Instant end = now.plus(time);
        return new KnownToken(validation, end.minus(time.dividedBy(4)), end, end.plus(identity.staleFor()));
    }

    /** The same token after Keystone did not answer: frequent callers do not wait for every failing attempt. */
    KnownToken askedInVain(Instant now) {
        Instant later = now.plus(PAUSE.multipliedBy(3));
        return new KnownToken(
                validation, now.plus(PAUSE), later.isAfter(trustedUntil) ? later : trustedUntil, keptUntil);
    }

    /** How long to remember it, which is never longer than the token is valid. */
    Duration timeToKeep(Instant now) {
        Instant end = validation.expiresAt().isBefore(keptUntil) ? validation.expiresAt() : keptUntil;
        return now.isBefore(end) ? Duration.between(now, end) : Duration.ZERO;
    }
}
