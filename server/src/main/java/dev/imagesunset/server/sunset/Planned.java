package dev.imagesunset.server.sunset;

import dev.imagesunset.server.settings.IllegalSetting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What the contract and the settings say of the end, before anybody decides otherwise.
 *
 * @param deprecation the dates
 * @param windows the brownouts
 * @param rules the rules by which some of them come every week
 * @param lead how long before they come they are announced
 * @param callers what is decided about single callers
 */
record Planned(
        Deprecation deprecation,
        List<Brownout> windows,
        List<WeeklyBrownouts> rules,
        Duration lead,
        CallerProperties callers) {
    Planned {
        Instant last = callers.interlock().end().orElse(Instant.MAX);
        if (!last.isAfter(deprecation.sunset())) {
            throw new IllegalSetting(
                    "image-sunset.v1-1.interlock.last-day is %s, which is not after the sunset on %s."
                            .formatted(last, deprecation.sunset()),
                    "Set a later day, or leave the interlock out.");
        }
    }
}
