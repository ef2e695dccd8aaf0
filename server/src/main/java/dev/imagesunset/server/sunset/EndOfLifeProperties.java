package dev.imagesunset.server.sunset;

import dev.imagesunset.server.settings.IllegalSetting;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings for the end of API v1.1.
 *
 * @param sunset the day to which, at 00:00 UTC, the contract's sunset is postponed; null if it is not
 * @param brownouts the times when the API is suspended
 * @param announce how long before a brownout answers announce it
 */
@ConfigurationProperties("image-sunset.v1-1")
record EndOfLifeProperties(
        @Nullable LocalDate sunset,
        @DefaultValue List<BrownoutSetting> brownouts,
        @DefaultValue("14d") Duration announce) {
    EndOfLifeProperties {
        if (announce.isNegative()) {
            throw new IllegalSetting(
                    "image-sunset.v1-1.announce is %s.".formatted(IllegalSetting.asWritten(announce)),
                    "Set a time that is not negative, like 14d.");
        }
    }
}
