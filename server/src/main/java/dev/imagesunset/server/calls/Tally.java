package dev.imagesunset.server.calls;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts calls of one kind, without a lock. Once closed, it refuses further calls, so that none is counted where nobody
 * looks any more. Each tally is a row of its own in the database, which always gets the whole count.
 */
final class Tally {
    /** Added to the count when this is closed, so that a negative count means closed. */
    private static final long CLOSED = Long.MIN_VALUE;

    private final UUID id = UUID.randomUUID();
    private final Call call;
    private final long firstAt;
    private final AtomicLong lastAt;
    private final AtomicLong calls = new AtomicLong();
    private long closedWith;
    private volatile long stored;

    Tally(Call call, Instant firstAt) {
        this.call = call;
        this.firstAt = firstAt.toEpochMilli();
        lastAt = new AtomicLong(this.firstAt);
    }

    /** Counts a call; returns false if this is closed and the call has to be counted elsewhere. */
    boolean add(Instant at) {
        lastAt.accumulateAndGet(at.toEpochMilli(), Math::max);
        return calls.getAndIncrement() >= 0;
    }

    String project() {
        return call.project();
    }

    void close() {
        closedWith = calls.getAndAccumulate(CLOSED, Long::sum);
    }

    private long count() {
        long count = calls.get();
        return count < 0 ? closedWith : count;
    }

    /** How many calls are not stored yet. */
    long unstored() {
        return count() - stored;
    }

    Total total() {
        return new Total(this, id, call, count(), Instant.ofEpochMilli(firstAt), Instant.ofEpochMilli(lastAt.get()));
    }

    /** What it has counted so far, to be stored. */
    record Total(Tally of, UUID id, Call call, long calls, Instant firstAt, Instant lastAt) {
        void isStored() {
            of.stored = calls;
        }
    }
}
