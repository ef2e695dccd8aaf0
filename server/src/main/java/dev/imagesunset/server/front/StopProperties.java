package dev.imagesunset.server.front;

import dev.imagesunset.server.settings.IllegalSetting;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;

/**
 * Settings for how the server stops.
 *
 * @param drainTime how long it still answers requests while it reports that it is not ready, so that a balancer can
 *     notice
 */
@ConfigurationProperties("image-sunset.stop")
record StopProperties(
        @DefaultValue("5s") @DurationUnit(ChronoUnit.SECONDS)
        Duration drainTime) {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    StopProperties {
        if (drainTime.isNegative() || drainTime.compareTo(LONGEST) > 0) {
            throw new IllegalSetting(
                    "image-sunset.stop.drain-time is %s.".formatted(IllegalSetting.asWritten(drainTime)),
                    "Set 0s to 5m, longer than a balancer needs to notice.");
        }
    }
}
