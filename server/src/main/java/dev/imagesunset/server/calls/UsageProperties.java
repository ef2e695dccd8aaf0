package dev.imagesunset.server.calls;

import dev.imagesunset.server.settings.IllegalSetting;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;

/**
 * Settings for how call counts are kept.
 *
 * @param flushInterval how often they are written from memory to the database; a crash loses the calls of at most this
 *     time
 * @param keep how long they are kept
 */
@ConfigurationProperties("image-sunset.usage")
record UsageProperties(
        @DefaultValue("5s") @DurationUnit(ChronoUnit.SECONDS)
        Duration flushInterval,

        @DefaultValue("400d") @DurationUnit(ChronoUnit.DAYS) Duration keep) {
    UsageProperties {
        IllegalSetting.requirePositive("image-sunset.usage.flush-interval", flushInterval);
        if (keep.compareTo(ReadinessCheck.LONG_ENOUGH) < 0) {
            throw new IllegalSetting(
                    "image-sunset.usage.keep is %s.".formatted(IllegalSetting.asWritten(keep)),
                    "Set at least 35d: who calls once a month must be remembered.");
        }
    }
}
