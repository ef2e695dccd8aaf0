package dev.imagesunset.server.upstream;

import dev.imagesunset.server.remote.Deadline;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Protects callers from useless waiting, and the image service from overload. Only so many calls are in progress at a
 * time. After three in a row without an answer, no other is made for a while; then one is tried, and the first answer
 * lets all through again.
 */
final class UpstreamLimits {
    private static final int FAILURES = 3;
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Semaphore places;
    private final AtomicInteger failuresInARow = new AtomicInteger();
    private final AtomicLong nextTry = new AtomicLong();

    UpstreamLimits(int maxCalls) {
        places = new Semaphore(maxCalls, true);
    }

    /**
     * Makes a call.
     *
     * @param deadline when it has to end; up to half of the time left may be spent waiting for other calls to end
     * @throws NoAnswer if the call throws it, or was not made
     */
    <T> T call(Deadline deadline, Supplier<T> call) {
        takePlace(deadline.left().dividedBy(2));
        try {
            refuseDuringThePause();
            return counted(call);
        } finally {
            places.release();
        }
    }

    /** Makes the call, and counts failures. A refusal is an answer too. */
    private <T> T counted(Supplier<T> call) {
        boolean isAnswered = true;
        try {
            return call.get();
        } catch (NoAnswer e) {
            isAnswered = false;
            throw e;
        } finally {
            if (isAnswered) {
                failuresInARow.set(0);
            } else {
                nextTry.set(System.nanoTime() + PAUSE.toNanos());
                failuresInARow.incrementAndGet();
            }
        }
    }

    /** Lets the first call after the pause through, and refuses the others for another pause. */
    private void refuseDuringThePause() {
        if (failuresInARow.get() < FAILURES) {
            return;
        }
        long next = nextTry.get();
        long now = System.nanoTime();
        if (now < next || !nextTry.compareAndSet(next, now + PAUSE.toNanos())) {
            throw NoAnswer.unasked("it has not answered of late");
        }
    }

    private void takePlace(Duration patience) {
        try {
            if (!places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw NoAnswer.unasked("too many calls are under way");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw NoAnswer.unasked("interrupted");
        }
    }
}
