package dev.imagesunset.server.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagesunset.server.calls.Rhythm.Judgement;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

/** A thousand callers over 400 days, of whom some stop and some move: who is called gone, how soon, and how often wrongly. */
class BelievedSilenceTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
    private static final int DAYS = 400;
    private static final int CALLERS_OF_A_KIND = 125;

    private static final List<Kind> KINDS = List.of(
            new Kind("nightly", random -> day -> random.nextDouble() < 0.995),
            new Kind("working days", random -> {
                int holiday = random.nextInt(365);
                return day -> date(day).getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0
                        && (day % 365 < holiday || day % 365 >= holiday + 14)
                        && random.nextDouble() < 0.97;
            }),
            new Kind("weekly", random -> {
                DayOfWeek weekday = DayOfWeek.of(1 + random.nextInt(7));
                return day -> date(day).getDayOfWeek() == weekday && random.nextDouble() < 0.98;
            }),
            new Kind("month end", random -> day -> date(day + 1).getDayOfMonth() == 1),
            new Kind(
                    "quarterly",
                    random -> day ->
                            date(day + 1).getDayOfMonth() == 1 && date(day).getMonthValue() % 3 == 0),
            new Kind("often at random", random -> poisson(random, 1 + 4 * random.nextDouble())),
            new Kind("now and then at random", random -> poisson(random, 0.05 + random.nextDouble())),
            new Kind("bursts", random -> {
                int pause = 10 + random.nextInt(30);
                int[] left = {0};
                return day -> {
                    left[0] = left[0] > 0 ? left[0] - 1 : random.nextInt(pause) == 0 ? 1 + random.nextInt(5) : 0;
                    return left[0] > 0;
                };
            }));

    /** How some callers call: whether on a day. */
    private record Kind(String name, Function<Random, IntPredicate> habit) {
        Outcome outcome(int seed) {
            Random random = new Random(seed);
            IntPredicate calls = habit.apply(random);
            // A third goes on, a third stops, and a third moves.
            int fate = Math.floorMod(seed, 3);
            int end = fate == 0 ? DAYS : 200 + random.nextInt(100);
            NavigableSet<LocalDate> old = new TreeSet<>();
            NavigableSet<LocalDate> successor = new TreeSet<>();
            for (int day = 0; day < DAYS; day++) {
                if (calls.test(day)) {
                    (day < end ? old : successor).add(date(day));
                }
            }
            return new Outcome(old, fate == 2 ? successor : new TreeSet<>(), end < DAYS);
        }
    }

    /** What a caller did, and when it was believed to be gone. */
    private record Outcome(NavigableSet<LocalDate> old, NavigableSet<LocalDate> successor, boolean hasStopped) {
        boolean isWronglyCalledGone() {
            LocalDate last = old.isEmpty() || !hasStopped ? date(DAYS) : old.last();
            for (LocalDate day = FIRST; !day.isAfter(last); day = day.plusDays(1)) {
                if (isGone(day)) {
                    return true;
                }
            }
            return false;
        }

        /** How many days after its last call it was believed; 999 for never. */
        int daysUntilBelieved() {
            for (int silence = 1;
                    !old.isEmpty() && !old.last().plusDays(silence).isAfter(date(DAYS));
                    silence++) {
                if (isGone(old.last().plusDays(silence))) {
                    return silence;
                }
            }
            return 999;
        }

        private boolean isGone(LocalDate today) {
            NavigableSet<LocalDate> seen = old.headSet(today, false);
            if (seen.isEmpty() || seen.last().plusDays(1).equals(today)) {
                return false;
            }
            Judgement judgement = new Rhythm(seen, successor.headSet(today, false), today).judge();
            assertThat(judgement.reason()).matches("It called on .*\\.");
            return judgement.belief() == Belief.GONE || judgement.belief() == Belief.MOVED;
        }
    }

    private static LocalDate date(int day) {
        return FIRST.plusDays(day);
    }

    private static IntPredicate poisson(Random random, double callsPerDay) {
        return day -> random.nextDouble() < 1 - Math.exp(-callsPerDay);
    }

    @Test
    void hardlyAnybodyIsCalledGoneWronglyAndWhoLeftIsBelievedSoon() {
        List<String> table =
                new ArrayList<>(List.of("kind                    callers  wrongly gone  stopped: days  moved: days"));
        int wrong = 0;
        for (Kind kind : KINDS) {
            List<Outcome> outcomes = new ArrayList<>();
            for (int seed = 0; seed < CALLERS_OF_A_KIND; seed++) {
                outcomes.add(kind.outcome(kind.name().hashCode() + seed));
            }
            long wrongHere =
                    outcomes.stream().filter(Outcome::isWronglyCalledGone).count();
            wrong += (int) wrongHere;
            int stopped = median(outcomes.stream()
                    .filter(o -> o.hasStopped() && o.successor().isEmpty()));
            int moved = median(outcomes.stream()
                    .filter(o -> o.hasStopped() && !o.successor().isEmpty()));
            table.add("%-23s %7d %13d %14s %12s"
                    .formatted(kind.name(), outcomes.size(), wrongHere, days(stopped), days(moved)));
            if (kind.name().equals("nightly")) {
                assertThat(stopped).isLessThanOrEqualTo(10);
                assertThat(moved).isLessThanOrEqualTo(3);
            }
        }
        System.out.println(String.join(System.lineSeparator(), table));
        assertThat(wrong).isLessThan(KINDS.size() * CALLERS_OF_A_KIND / 100);
    }

    private static int median(java.util.stream.Stream<Outcome> outcomes) {
        int[] days = outcomes.mapToInt(Outcome::daysUntilBelieved).sorted().toArray();
        return days.length == 0 ? 999 : days[days.length / 2];
    }

    private static String days(int days) {
        return days == 999 ? "not in time" : Integer.toString(days);
    }

    @Test
    void eachAnswerSaysWhyInASentenceThatCanBeChecked() {
        LocalDate start = LocalDate.parse("2026-03-02");
        NavigableSet<LocalDate> nightly = days(start, 1, 60);
        LocalDate last = nightly.last();
        NavigableSet<LocalDate> none = new TreeSet<>();
        assertThat(new Rhythm(nightly, none, last.plusDays(1)).judge())
                .isEqualTo(new Judgement(
                        Belief.CALLING,
                        "It called on 60 days, 1 day apart at most. It called last on 2026-04-30, 1 day ago."));
        assertThat(new Rhythm(nightly, none, last.plusDays(7)).judge())
                .isEqualTo(
                        new Judgement(
                                Belief.QUIET,
                                "It called on 60 days, 1 day apart at most. It has been silent for 7 days; more than 7 days are needed to believe it."));
        assertThat(new Rhythm(nightly, none, last.plusDays(8)).judge())
                .isEqualTo(
                        new Judgement(
                                Belief.GONE,
                                "It called on 60 days, 1 day apart at most. It has been silent for 8 days, more than the 7 days that it takes to believe it."));
        assertThat(new Rhythm(nightly, days(last.plusDays(1), 1, 2), last.plusDays(3)).judge())
                .isEqualTo(
                        new Judgement(
                                Belief.MOVED,
                                "It called on 60 days, 1 day apart at most. Since 2026-04-30 it calls the successor instead, on 2 days so far."));
        assertThat(new Rhythm(days(start, 90, 3), none, start.plusDays(300)).judge())
                .isEqualTo(
                        new Judgement(
                                Belief.TOO_BRIEF,
                                "It called on 3 days, 90 days apart at most. It has been silent for 120 days; that is too little to tell its rhythm."));
    }

    @Test
    void aMonthEndJobIsBelievedAfterThreeMonthsAndOneWhoCalledBothAllAlongHasNotMoved() {
        LocalDate start = LocalDate.parse("2026-01-31");
        NavigableSet<LocalDate> monthly = days(start, 30, 7);
        assertThat(new Rhythm(monthly, new TreeSet<>(), monthly.last().plusDays(90))
                        .judge()
                        .belief())
                .isEqualTo(Belief.QUIET);
        assertThat(new Rhythm(monthly, new TreeSet<>(), monthly.last().plusDays(91))
                        .judge()
                        .belief())
                .isEqualTo(Belief.GONE);
        NavigableSet<LocalDate> nightly = days(start, 1, 60);
        assertThat(new Rhythm(nightly, days(start, 1, 63), nightly.last().plusDays(4))
                        .judge()
                        .belief())
                .isEqualTo(Belief.QUIET);
    }

    private static NavigableSet<LocalDate> days(LocalDate start, int apart, int number) {
        NavigableSet<LocalDate> days = new TreeSet<>();
        for (int i = 0; i < number; i++) {
            days.add(start.plusDays((long) i * apart));
        }
        return days;
    }
}
