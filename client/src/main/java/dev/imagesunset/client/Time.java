package dev.imagesunset.client;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Time and chance, as far as retries depend on them. */
interface Time {
    Time REAL = new Time() {};

    default Instant now() {
        return Instant.now();
    }

    /** A clock for durations, which nobody sets. */
    default long nanos() {
        return System.nanoTime();
    }

    default void sleep(Duration duration) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(duration.toNanos());
    }

    /** A number from 0 to below 1. */
    default double random() {
        return ThreadLocalRandom.current().nextDouble();
    }
}
