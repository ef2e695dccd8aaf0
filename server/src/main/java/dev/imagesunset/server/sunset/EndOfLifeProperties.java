package dev.imagesunset.server.sunset;

import dev.imagesunset.server.settings.IllegalSetting;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator decides about the end of API v1.1.
 *
 * @param sunset the day, at 00:00 UTC, to which the contract's sunset is postponed; null if it is not
 * @param brownouts when the API rests
 * @param announce how long before a brownout the answers announce it
 */
@ConfigurationProperties("image-sunset.v1-1")
record EndOfLifeProperties(
        @Nullable LocalDate sunset,
        @DefaultValue List<BrownoutSetting> brownouts,
        @DefaultValue("14d") Duration announce) {
    EndOfLifeProperties {
        if (announce.isNegative()) {
            throw new IllegalSetting(
                    "image-sunset.v1-1.announce is %s.".formatted(announce),
                    "Set a time that is not negative, like 14d.");
        }
    }
}
