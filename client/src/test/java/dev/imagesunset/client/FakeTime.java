package dev.imagesunset.client;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Time that passes only while somebody sleeps, and chance that always takes the upper bound. */
final class FakeTime implements Time {
    final List<Duration> pauses = new ArrayList<>();
    private long nanos;

    @Override
    public Instant now() {
        return Instant.parse("2026-11-24T00:00:00Z").plusNanos(nanos);
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public CompletableFuture<Void> pass(Duration duration) {
        sleep(duration);
        return CompletableFuture.completedFuture(null);
    }

    void sleep(Duration duration) {
        pauses.add(duration);
        nanos += duration.toNanos();
    }

    @Override
    public double random() {
        return 1;
    }
}
