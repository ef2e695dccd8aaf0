package dev.imagesunset.server.sunset;

import dev.imagesunset.server.settings.IllegalSetting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What the contract and the settings say about the end, before any decisions.
 *
 * @param deprecation the operation that ends, and its dates
 * @param windows the brownouts
 * @param rules the rules of the weekly ones
 * @param lead how long in advance they are announced
 * @param callers the settings for individual callers
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

    /** The same plan with a later sunset, or this if it is not later. */
    Planned postponedTo(Instant later) {
        return new Planned(deprecation.postponedTo(later), windows, rules, lead, callers);
    }
}
