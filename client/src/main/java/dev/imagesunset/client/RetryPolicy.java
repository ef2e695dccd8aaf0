package dev.imagesunset.client;

import java.time.Duration;

/**
 * When a call is tried again: after a connection failure, a timeout, or an answer 502, 503 or 504, and after 429 with a
 * {@code Retry-After}; never after another answer, and never when a repetition could do something other than the first
 * try.
 *
 * <p>Before each retry, the call pauses for as long as the answer's {@code Retry-After} says (RFC 9110, section
 * 10.2.3), and then for a random time, so that many clients do not come back at once. The limit of the random time
 * doubles with every try; it is at least half of what the answer asked for, and never more than half of the time that
 * is left. A {@code Retry-After} beyond the call's deadline ends the call at once.
 *
 * <p>All calls of a client share a budget, so that their retries do not become most of a sick service's load: 20
 * retries at once, then one per second and one per ten calls. A call that finds the budget empty is not retried.
 *
 * @param tries how often to try at most, including the first time
 * @param firstPause the limit of the first pause
 * @param longestPause what the limit never exceeds
 */
public record RetryPolicy(int tries, Duration firstPause, Duration longestPause) {
    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if {@code tries} is less than 1, or a pause is not positive
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

    /** The bound of the pause after a number of failed tries. */
    Duration longestPauseAfter(int failedTries) {
        long doublings = 1L << Math.min(failedTries - 1, 20);
        return firstPause.compareTo(longestPause.dividedBy(doublings)) < 0
                ? firstPause.multipliedBy(doublings)
                : longestPause;
    }
}
