package dev.imagesunset.server.fuzz;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All calls about one image. It is linearizable if there is an order of them, in which none comes before one that had
 * ended when it began, and each has the answer that it would have had in that order (Wing and Gong's search, with what was
 * tried in vain remembered).
 */
final class History {
    private final List<Call> calls;
    private final Set<Tried> inVain = new HashSet<>();

    History(List<Call> calls) {
        if (calls.size() > Long.SIZE) {
            throw new IllegalArgumentException("At most " + Long.SIZE + " calls");
        }
        this.calls =
                calls.stream().sorted(Comparator.comparingLong(Call::start)).toList();
    }

    private record Tried(long done, Life life) {}

    boolean isLinearizable() {
        return canGoOn(0, Life.BEFORE);
    }

    private boolean canGoOn(long done, Life life) {
        if (Long.bitCount(done) == calls.size()) {
            return true;
        }
        if (!inVain.add(new Tried(done, life))) {
            return false;
        }
        long firstEnd = Long.MAX_VALUE;
        for (int i = 0; i < calls.size(); i++) {
            firstEnd =
                    isIn(done, i) ? firstEnd : Math.min(firstEnd, calls.get(i).end());
        }
        for (int i = 0; i < calls.size(); i++) {
            Call next = calls.get(i);
            if (!isIn(done, i) && next.start() <= firstEnd) {
                long andNext = done | (1L << i);
                if (life.after(next).filter(after -> canGoOn(andNext, after)).isPresent()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isIn(long done, int i) {
        return ((done >> i) & 1) == 1;
    }

    @Override
    public String toString() {
        return calls.stream().map(Call::toString).collect(Collectors.joining("\n"));
    }
}
