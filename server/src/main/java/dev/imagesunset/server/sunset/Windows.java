package dev.imagesunset.server.sunset;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Brownouts, ordered by start.
 *
 * @param all all brownouts
 * @param rules the rules of the weekly ones
 * @param lead how long in advance they are announced
 */
record Windows(List<Brownout> all, List<WeeklyBrownouts> rules, Duration lead) {
    private static final int SHOWN = 20;
    private static final int REMEMBERED = 10;

    /** The one of some windows that is open now. */
    Optional<Brownout> current(Instant now, Predicate<Brownout> some) {
        // A loop, since every call asks.
        for (Brownout window : all) {
            if (window.isAt(now) && some.test(window)) {
                return Optional.of(window);
            }
        }
        return Optional.empty();
    }

    /** The first of some windows that is open or near enough to be announced. */
    Optional<Brownout> announced(Instant now, Predicate<Brownout> some) {
        for (Brownout window : all) {
            if (window.end().isAfter(now)) {
                if (window.start().minus(lead).isAfter(now)) {
                    return Optional.empty();
                }
                if (some.test(window)) {
                    return Optional.of(window);
                }
            }
        }
        return Optional.empty();
    }

    /** The current and coming ones of some windows: the next twenty, and any later ones that no rule covers. */
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

    /** The last ten past windows, the latest first. */
    List<Brownout> past(Instant now) {
        return all.stream()
                .filter(window -> !window.end().isAfter(now))
                .sorted(Comparator.comparing(Brownout::start).reversed())
                .limit(REMEMBERED)
                .toList();
    }

    /** The window that starts at a time. */
    Optional<Brownout> startingAt(Instant start) {
        return all.stream().filter(window -> window.start().equals(start)).findFirst();
    }

    /** The first window that overlaps a time span. */
    Optional<Brownout> overlapping(Instant start, Instant end) {
        return all.stream()
                .filter(window -> window.start().isBefore(end) && start.isBefore(window.end()))
                .findFirst();
    }
}
