package dev.imagesunset.server.bench;

import java.util.stream.LongStream;

/** How long deletes took. */
final class Timings {
    private long[] nanos = {};
    private int number;
    private double seconds;

    /** Adds how long each call took, how much they did altogether, and the seconds in which they did it. */
    void add(long[] more, int done, double duration) {
        nanos = LongStream.concat(LongStream.of(nanos), LongStream.of(more))
                .sorted()
                .toArray();
        number += done;
        seconds += duration;
    }

    void add(Timings more) {
        add(more.nanos, more.number, more.seconds);
    }

    double perSecond() {
        return number / seconds;
    }

    /** In milliseconds. */
    double percentile(int percent) {
        return nanos[Math.min(nanos.length - 1, nanos.length * percent / 100)] / 1e6;
    }
}
