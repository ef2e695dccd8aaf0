package dev.imagesunset.server.upstream;

import java.time.Duration;

/** Until when something may take, by the clock that never jumps. */
record Deadline(long nanoTime) {
    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** What is left; never less than nothing. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
    }

    /** A part of what is left. */
    Deadline part(int parts) {
        return in(left().dividedBy(parts));
    }
}
