package dev.imagesunset.client;

import java.time.Duration;

/**
 * When a call is tried again: after connection failures, timeouts and the answers 502, 503 and 504, never after another
 * answer, and never when a repetition could do something else than the first try. Before each retry it pauses for a random time up to a bound that doubles with every try, so that many clients do
 * not come back at once, and at least as long as the answer's {@code Retry-After} says (RFC 9110, section 10.2.3). A pause
 * that would outlast the call's deadline ends the call at once.
 *
 * @param tries how often to try at most, the first time included
 * @param firstPause the bound of the first pause
 * @param longestPause what the bound never exceeds
 */
public record RetryPolicy(int tries, Duration firstPause, Duration longestPause) {
    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if there is no try, or a pause is not positive
     */
    public RetryPolicy {
        if (tries < 1) {
            throw new IllegalArgumentException("tries must be 1 or more, not " + tries);
        }
        Checks.positive("firstPause", firstPause);
        Checks.positive("longestPause", longestPause);
    }

    /** Four tries, with pauses of up to 200 ms, 400 ms and 800 ms. */
    public static RetryPolicy standard() {
        return new RetryPolicy(4, Duration.ofMillis(200), Duration.ofSeconds(5));
    }

    /** One try, no retry. */
    public static RetryPolicy none() {
        return new RetryPolicy(1, Duration.ofMillis(1), Duration.ofMillis(1));
    }

    /** The pause after a number of failed tries; {@code random} is from 0 to below 1. */
    Duration pauseAfter(int failedTries, double random) {
        Duration doubled = firstPause.multipliedBy(1L << Math.min(failedTries - 1, 20));
        Duration bound = doubled.compareTo(longestPause) < 0 ? doubled : longestPause;
        return Duration.ofNanos(Math.round((double) bound.toNanos() * random));
    }
}
