package dev.imagesunset.server.access;

import java.time.Duration;
import java.time.Instant;

/**
 * What Keystone said of a token.
 *
 * @param askAt from when on it is asked again, while nobody waits for its answer
 * @param trustedUntil from when on its answer is waited for
 * @param keptUntil from when on nothing is known any more, even if Keystone does not answer
 */
record KnownToken(Validation validation, Instant askAt, Instant trustedUntil, Instant keptUntil) {
    /** A Keystone that has not answered is left alone for so long. */
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

    /** The same, after Keystone did not answer: whoever calls often need not wait to find that out again and again. */
    KnownToken askedInVain(Instant now) {
        Instant later = now.plus(PAUSE.multipliedBy(3));
        return new KnownToken(
                validation, now.plus(PAUSE), later.isAfter(trustedUntil) ? later : trustedUntil, keptUntil);
    }

    /** How long to remember it: not for longer than the token lives. */
    Duration timeToKeep(Instant now) {
        Instant end = validation.expiresAt().isBefore(keptUntil) ? validation.expiresAt() : keptUntil;
        return now.isBefore(end) ? Duration.between(now, end) : Duration.ZERO;
    }
}
