package dev.imagesunset.client;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
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

    /** What is done when so much time has passed. */
    default CompletableFuture<Void> pass(Duration duration) {
        return new CompletableFuture<Void>().completeOnTimeout(null, duration.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** A number from 0 to below 1. */
    default double random() {
        return ThreadLocalRandom.current().nextDouble();
    }
}
