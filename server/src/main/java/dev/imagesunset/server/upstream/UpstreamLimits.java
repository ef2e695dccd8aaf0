package dev.imagesunset.server.upstream;

import dev.imagesunset.server.remote.Deadline;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Keeps callers from waiting in vain, and the image service from more than it can do. Only so many calls are under way at
 * a time. After three in a row without an answer no other is made for a while; then one is tried, and the first answer
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
     * @param deadline until when it has to be over; up to half of the time it may wait for others to end
     * @throws NoAnswer what the call threw, or that it was not made
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

    /** A refusal is an answer too. */
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

    /** Whoever comes first after the pause tries, and makes the others wait for another one. */
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
