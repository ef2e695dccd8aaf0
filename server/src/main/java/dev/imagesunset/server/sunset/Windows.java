package dev.imagesunset.server.sunset;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Brownouts in the order of their starts.
 *
 * @param all all of them
 * @param rules the rules by which some of them come every week
 * @param lead how long before they come they are announced
 */
record Windows(List<Brownout> all, List<WeeklyBrownouts> rules, Duration lead) {
    private static final int SHOWN = 20;
    private static final int REMEMBERED = 10;

    /** One of some that goes on. */
    Optional<Brownout> current(Instant now, Predicate<Brownout> some) {
        return all.stream().filter(window -> window.isAt(now)).filter(some).findFirst();
    }

    /** The first of some that goes on, or comes so soon that it is announced. */
    Optional<Brownout> announced(Instant now, Predicate<Brownout> some) {
        return all.stream()
                .filter(window -> window.end().isAfter(now))
                .takeWhile(window -> !window.start().minus(lead).isAfter(now))
                .filter(some)
                .findFirst();
    }

    /** Those of some that go on or come: the next twenty, and those after them that no rule tells of. */
    List<Brownout> upcoming(Instant now, Predicate<Brownout> some) {
        List<Brownout> left = all.stream()
                .filter(window -> window.end().isAfter(now))
                .filter(some)
                .toList();
        return Stream.concat(
                        left.stream().limit(SHOWN), left.stream().skip(SHOWN).filter(this::isOfNoRule))
                .toList();
    }

    private boolean isOfNoRule(Brownout window) {
        return rules.stream().noneMatch(rule -> rule.windows().contains(window));
    }

    /** The last ten that are over, the latest first. */
    List<Brownout> past(Instant now) {
        List<Brownout> over =
                all.stream().filter(window -> !window.end().isAfter(now)).toList();
        List<Brownout> last = new ArrayList<>(over.subList(Math.max(0, over.size() - REMEMBERED), over.size()));
        Collections.reverse(last);
        return last;
    }

    /** The one that begins at a time. */
    Optional<Brownout> startingAt(Instant start) {
        return all.stream().filter(window -> window.start().equals(start)).findFirst();
    }

    /** The first that has some time in common with another. */
    Optional<Brownout> overlapping(Instant start, Instant end) {
        return all.stream()
                .filter(window -> window.start().isBefore(end) && start.isBefore(window.end()))
                .findFirst();
    }
}
