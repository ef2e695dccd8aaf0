package dev.imagesunset.server.calls;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Counts calls in memory. It keeps at most twenty thousand tallies; beyond that, a call without a tally is counted for
 * the project {@code (others)}.
 */
@Component
class Tallies {
    static final int CAPACITY = 20_000;

    private final ConcurrentMap<Call, Tally> open = new ConcurrentHashMap<>();
    /** The tallies of past days and hours that are not stored yet. */
    private volatile List<Tally> closed = List.of();

    /**
     * Counts a call. This waits neither for the database nor for any lock that is held for long.
     *
     * @return the project that it is counted for
     */
    String count(Call call, Instant at) {
        Tally tally = tally(call, at);
        while (!tally.add(at)) {
            // It was closed at this very moment; the next attempt gets a new one.
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

    /** The totals that are not stored yet. This closes the tallies of past days and hours. */
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

    /** Marks totals as stored, and forgets closed tallies whose whole count is stored. */
    synchronized void areStored(List<Tally.Total> totals) {
        totals.forEach(Tally.Total::isStored);
        closed = closed.stream().filter(tally -> tally.unstored() > 0).toList();
    }

    /** How many calls are not stored yet. */
    synchronized long unstored() {
        return Stream.concat(closed.stream(), open.values().stream())
                .mapToLong(Tally::unstored)
                .sum();
    }
}
