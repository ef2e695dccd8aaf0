package dev.imagesunset.server.sunset;

import dev.imagesunset.server.settings.IllegalSetting;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** The brownouts in the operator's settings, by start; no two overlap. */
@Component
class Brownouts {
    private final List<Brownout> windows = new ArrayList<>();
    private final List<WeeklyBrownouts> rules = new ArrayList<>();

    Brownouts(EndOfLifeProperties settings, Deprecations deprecations, InstantSource clock) {
        Instant sunset = deprecations.first().sunset();
        for (int i = 0; i < settings.brownouts().size(); i++) {
            String name = "image-sunset.v1-1.brownouts[" + i + "]";
            BrownoutSetting setting = settings.brownouts().get(i);
            List<Brownout> some = setting.windows(name, clock.instant(), sunset);
            windows.addAll(some);
            rules.addAll(WeeklyBrownouts.of(setting, some, sunset));
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
                        "End one before the next starts, or merge them.");
            }
        }
    }

    /** All windows, including past ones. */
    List<Brownout> windows() {
        return windows;
    }

    /** The rules of the weekly ones. */
    List<WeeklyBrownouts> rules() {
        return rules;
    }
}
