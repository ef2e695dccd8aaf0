package dev.imagesunset.server.calls;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Counts calls in memory. There are at most twenty thousand tallies; beyond that, calls of projects without one are counted
 * as those of {@code (others)}.
 */
@Component
class Tallies {
    static final int CAPACITY = 20_000;

    private final ConcurrentMap<Call, Tally> open = new ConcurrentHashMap<>();
    /** Those of past days and hours that are not stored yet. */
    private volatile List<Tally> closed = List.of();

    /**
     * Counts a call. Neither waits for a lock that others hold for long, nor for the database.
     *
     * @return the project that it is counted for
     */
    String count(Call call, Instant at) {
        Tally tally = tally(call, at);
        while (!tally.add(at)) {
            // It was closed in this very moment; there is a new one next time.
            Thread.onSpinWait();
            tally = tally(call, at);
        }
        return tally.project();
    }

    private Tally tally(Call call, Instant at) {
        Tally known = open.get(call);
        if (known != null) {
            return known;
        }
        boolean isFull = size() >= CAPACITY;
        return open.computeIfAbsent(isFull ? call.ofOthers() : call, key -> new Tally(key, at));
    }

    int size() {
        return open.size() + closed.size();
    }

    /** What the database does not know of yet. Tallies of past days and hours are closed. */
    synchronized List<Tally.Total> unstored(Instant now) {
        List<Tally> past = new ArrayList<>(closed);
        open.forEach((call, tally) -> {
            if (call.isPast(now)) {
                past.add(tally);
                open.remove(call, tally);
                tally.close();
            }
        });
        closed = List.copyOf(past);
        return Stream.concat(past.stream(), open.values().stream())
                .filter(tally -> tally.unstored() > 0)
                .map(Tally::total)
                .toList();
    }

    /** Forgets what is stored and does not change any more. */
    synchronized void areStored(List<Tally.Total> totals) {
        totals.forEach(Tally.Total::isStored);
        closed = closed.stream().filter(tally -> tally.unstored() > 0).toList();
    }

    /** How many calls the database does not know of yet. */
    synchronized long unstored() {
        return Stream.concat(closed.stream(), open.values().stream())
                .mapToLong(Tally::unstored)
                .sum();
    }
}
