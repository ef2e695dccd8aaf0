package dev.imagesunset.server.bench;

import java.util.stream.LongStream;

/** How long deletes took. */
final class Timings {
    private long[] nanos = {};
    private double seconds;

    void add(long[] more, double duration) {
        nanos = LongStream.concat(LongStream.of(nanos), LongStream.of(more))
                .sorted()
                .toArray();
        seconds += duration;
    }

    void add(Timings more) {
        add(more.nanos, more.seconds);
    }

    double perSecond() {
        return nanos.length / seconds;
    }

    /** In milliseconds. */
    double percentile(int percent) {
        return nanos[Math.min(nanos.length - 1, nanos.length * percent / 100)] / 1e6;
    }
}
