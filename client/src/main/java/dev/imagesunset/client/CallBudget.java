package dev.imagesunset.client;

import java.time.Duration;
import java.util.Optional;

/**
 * How long and how often a client tries.
 *
 * @param requestTimeout how long one try may take
 * @param deadline how long a call may take
 */
record CallBudget(RetryPolicy retries, Duration requestTimeout, Duration deadline, Time time) {
    Countdown start() {
        return new Countdown(time.nanos());
    }

    /** What is left of one call's budget. */
    final class Countdown {
        private final long started;
        private int failedTries;

        private Countdown(long started) {
            this.started = started;
        }

        int failedTries() {
            return failedTries;
        }

        Duration left() {
            return deadline.minusNanos(time.nanos() - started);
        }

        Duration forOneTry() {
            return left().compareTo(requestTimeout) < 0 ? left() : requestTimeout;
        }

        /** How long to pause after a failed try; empty if it is not worth trying again. */
        Optional<Duration> pauseAfter(ImageServiceException failure) {
            failedTries++;
            if (!failure.isWorthARetry() || failedTries >= retries.tries()) {
                return Optional.empty();
            }
            Duration own = retries.pauseAfter(failedTries, time.random());
            Duration asked = failure.retryAfter();
            Duration pause = own.compareTo(asked) < 0 ? asked : own;
            return Optional.of(pause).filter(it -> it.compareTo(left()) < 0);
        }

        void pause(Duration pause) throws InterruptedException {
            time.sleep(pause);
        }
    }
}
