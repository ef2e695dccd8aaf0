package dev.imagesunset.server.calls;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;

/**
 * The days on which a project called, and what its silence since then means. ADR 35 tells how to check the result by
 * hand.
 *
 * @param days the days on which it called the operation that ends
 * @param successorDays the days on which it called the successor
 * @param today the current day
 */
record Rhythm(NavigableSet<LocalDate> days, NavigableSet<LocalDate> successorDays, LocalDate today) {
    private static final int OBSERVED = 28;
    private static final int STEADY_PAUSES = 5;
    private static final int UNSTEADY_PAUSES = 8;
    private static final int STEADY = 3;
    private static final int UNSTEADY = 5;
    private static final int A_DAILY_CALLERS_PAUSE = 2;
    private static final int WEEK = 7;
    private static final int HOLIDAY = 21;

    /** Returns what the silence means, and why. */
    Judgement judge() {
        if (days.isEmpty()) {
            return Judgement.NEVER_SEEN;
        }
        List<Long> pauses = pauses();
        long longest = pauses.stream().mapToLong(pause -> pause).max().orElse(1);
        long silence = between(days.last(), today);
        if (silence <= longest) {
            return new Judgement(
                    Belief.CALLING, seen(longest) + " It called last on %s, %s.".formatted(days.last(), ago(silence)));
        }
        if (hasMoved(silence)) {
            return new Judgement(
                    Belief.MOVED,
                    seen(longest)
                            + " Since %s it calls the successor instead, on %s so far."
                                    .formatted(days.last(), days(successorSince())));
        }
        return judge(pauses, longest, silence);
    }

    private Judgement judge(List<Long> pauses, long longest, long silence) {
        long needed = needed(pauses, longest);
        String silent = seen(longest) + " It has been silent for %s".formatted(days(silence));
        if (needed == 0) {
            return new Judgement(Belief.TOO_BRIEF, silent + "; that is too little to tell its rhythm.");
        }
        return silence > needed
                ? new Judgement(
                        Belief.GONE, silent + ", more than the %s that it takes to believe it.".formatted(days(needed)))
                : new Judgement(
                        Belief.QUIET, silent + "; more than %s are needed to believe it.".formatted(days(needed)));
    }

    /** The days of silence after which a project counts as gone, or 0 if it was observed too briefly. */
    private static long needed(List<Long> pauses, long longest) {
        long observed = pauses.stream().mapToLong(pause -> pause).sum();
        long alike = pauses.stream().filter(pause -> 2 * pause >= longest).count();
        long real = pauses.stream().filter(pause -> pause > 1).count();
        long least = longest <= A_DAILY_CALLERS_PAUSE ? WEEK : HOLIDAY;
        if (observed < OBSERVED || (alike < STEADY_PAUSES && real < UNSTEADY_PAUSES)) {
            return 0;
        }
        return Math.max(least, (alike < STEADY_PAUSES ? UNSTEADY : STEADY) * longest);
    }

    /**
     * Whether the project has called the successor in the old rhythm since its last old call, on more than half of the
     * days on which that would have been due and on at least two; and, before, on fewer than half as many days as the
     * old call.
     */
    private boolean hasMoved(long silence) {
        long observed = between(days.first(), days.last()) + 1;
        int before = successorDays.subSet(days.first(), true, days.last(), true).size();
        long since = successorSince();
        return days.size() > 2
                && 2 * before < days.size()
                && since >= 2
                && 2 * since * observed > days.size() * silence;
    }

    private int successorSince() {
        return successorDays.tailSet(days.last(), false).size();
    }

    private List<Long> pauses() {
        List<Long> pauses = new ArrayList<>();
        LocalDate last = days.first();
        for (LocalDate day : days.tailSet(last, false)) {
            pauses.add(between(last, day));
            last = day;
        }
        return pauses;
    }

    private static long between(LocalDate one, LocalDate later) {
        return ChronoUnit.DAYS.between(one, later);
    }

    private String seen(long longest) {
        return days.size() == 1
                ? "It called on 1 day."
                : "It called on %s, %s apart at most.".formatted(days(days.size()), days(longest));
    }

    private static String ago(long days) {
        return days == 0 ? "today" : days(days) + " ago";
    }

    private static String days(long number) {
        return number == 1 ? "1 day" : number + " days";
    }

    /**
     * A conclusion about a project's silence.
     *
     * @param belief the conclusion in a word
     * @param reason the reason, for people to read
     */
    record Judgement(Belief belief, String reason) {
        static final Judgement NEVER_SEEN =
                new Judgement(Belief.TOO_BRIEF, "It never called while calls were remembered.");
    }
}
