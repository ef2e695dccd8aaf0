package dev.imagesunset.server.sunset;

import dev.imagesunset.server.settings.IllegalSetting;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The brownouts of the operator's settings, in their order; no two at the same time. */
@Component
public class Brownouts {
    private static final int SHOWN = 20;

    private final List<Brownout> windows;
    private final List<Brownout> ofNoRule = new ArrayList<>();
    private final List<WeeklyBrownouts> rules = new ArrayList<>();
    private final Duration lead;
    private final InstantSource clock;

    Brownouts(EndOfLifeProperties settings, Deprecations deprecations, InstantSource clock) {
        this.clock = clock;
        lead = settings.announce();
        windows = new ArrayList<>();
        Instant sunset = deprecations.sunset();
        for (int i = 0; i < settings.brownouts().size(); i++) {
            String name = "image-sunset.v1-1.brownouts[" + i + "]";
            BrownoutSetting setting = settings.brownouts().get(i);
            List<Brownout> some = setting.windows(name, clock.instant(), sunset);
            List<WeeklyBrownouts> rule = WeeklyBrownouts.of(setting, some, sunset);
            windows.addAll(some);
            rules.addAll(rule);
            ofNoRule.addAll(rule.isEmpty() ? some : List.of());
        }
        windows.sort(Comparator.comparing(Brownout::start));
        refuseOverlaps();
    }

    private void refuseOverlaps() {
        for (int i = 1; i < windows.size(); i++) {
            if (windows.get(i).start().isBefore(windows.get(i - 1).end())) {
                throw new IllegalSetting(
                        "Two brownouts of image-sunset.v1-1.brownouts overlap: one from %s to %s, and one from %s."
                                .formatted(
                                        windows.get(i - 1).start(),
                                        windows.get(i - 1).end(),
                                        windows.get(i).start()),
                        "Let one end before the next starts, or make one of them.");
            }
        }
    }

    /** The one that goes on, if there is one. */
    public Optional<Brownout> current() {
        Instant now = clock.instant();
        return windows.stream().filter(window -> window.isAt(now)).findFirst();
    }

    /** The first of some, like those that hit a project, that goes on or comes so soon that it is announced. */
    Optional<Brownout> announced(Predicate<Brownout> some) {
        Instant now = clock.instant();
        return windows.stream()
                .filter(window -> window.end().isAfter(now))
                .takeWhile(window -> !window.start().minus(lead).isAfter(now))
                .filter(some)
                .findFirst();
    }

    /** The one that goes on and those that come: the next twenty, and those after them that no rule tells of. */
    public List<Brownout> upcoming() {
        Instant now = clock.instant();
        List<Brownout> left =
                windows.stream().filter(window -> window.end().isAfter(now)).toList();
        return Stream.concat(
                        left.stream().limit(SHOWN), left.stream().skip(SHOWN).filter(ofNoRule::contains))
                .toList();
    }

    /** The rules by which some come every week, as long as one of them is still to come. */
    public List<WeeklyBrownouts> rules() {
        Instant now = clock.instant();
        return rules.stream().filter(rule -> rule.end().isAfter(now)).toList();
    }
}
