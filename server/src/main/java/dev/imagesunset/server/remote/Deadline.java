package dev.imagesunset.server.remote;

import java.time.Duration;

/** The time by which something must end, on the clock that never jumps. */
public record Deadline(long nanoTime) {
    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** The time left, never negative. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
    }
}
