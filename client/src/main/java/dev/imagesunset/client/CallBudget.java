package dev.imagesunset.client;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * How long and how often a client tries.
 *
 * @param retryBudget how many retries all calls have together
 * @param requestTimeout how long one try may take
 * @param deadline how long a call may take
 */
record CallBudget(RetryPolicy retries, RetryBudget retryBudget, Duration requestTimeout, Duration deadline, Time time) {
    Countdown start() {
        retryBudget.earnByACall();
        return new Countdown(time.nanos());
    }

    /** What is left of one call's budget. */
    final class Countdown {
        private final long started;
        private int failedTries;
        private boolean isTrying;
        private boolean isAnswerOpen;
        private boolean hasLostAnAnswer;
        private boolean isOver;

        private Countdown(long started) {
            this.started = started;
        }

        /** Nothing is sent for a call that has ended, since its caller was told what may have been done. */
        synchronized void startTry() {
            if (isOver) {
                throw new CancellationException();
            }
            isTrying = true;
            isAnswerOpen = true;
        }

        synchronized void countFailedTry(ImageServiceException failure) {
            failedTries++;
            isTrying = false;
            isAnswerOpen = false;
            hasLostAnAnswer |= failure.mayHaveGotThrough();
        }

        /** Notes that the try under way was refused, and goes on with another token. */
        synchronized void countRefusedToken() {
            isAnswerOpen = false;
        }

        synchronized void end() {
            isOver = true;
        }

        /** Whether a failed try may have done something. */
        synchronized boolean hasLostAnAnswer() {
            return hasLostAnAnswer;
        }

        /** Whether any try may have done something, that under way included. */
        synchronized boolean mayHaveBeenDone() {
            return isAnswerOpen || hasLostAnAnswer;
        }

        /** The failed ones, and the one that is under way, if any. */
        synchronized int tries() {
            return failedTries + (isTrying ? 1 : 0);
        }

        Duration left() {
            return deadline.minusNanos(time.nanos() - started);
        }

        Duration forOneTry() {
            return shorter(left(), requestTimeout);
        }

        /** How long to pause after a failed try; empty if it is not worth trying again. */
        Optional<Duration> pauseAfter(ImageServiceException failure) {
            if (!failure.isWorthARetry() || failedTries >= retries.tries()) {
                return Optional.empty();
            }
            Duration asked = failure.retryAfter().orElse(Duration.ZERO);
            Duration room = left().minus(asked);
            return room.isNegative() || room.isZero() || !retryBudget.spend()
                    ? Optional.empty()
                    : Optional.of(asked.plus(atRandom(shorter(spread(asked), room.dividedBy(2)))));
        }

        CompletableFuture<Void> pause(Duration pause) {
            return time.pass(pause);
        }

        /** Callers that were asked to wait for the same time shall not come back at the same time. */
        private Duration spread(Duration asked) {
            Duration own = retries.longestPauseAfter(failedTries);
            Duration half = asked.dividedBy(2);
            return own.compareTo(half) < 0 ? half : own;
        }

        private Duration atRandom(Duration bound) {
            return Duration.ofNanos(Math.round(nanos(bound) * time.random()));
        }
    }

    /** As a number, which a longer duration than 292 years does not have. */
    static long nanos(Duration duration) {
        return TimeUnit.NANOSECONDS.convert(duration);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
