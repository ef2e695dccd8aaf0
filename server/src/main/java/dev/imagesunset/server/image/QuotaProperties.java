package dev.imagesunset.server.image;

import dev.imagesunset.server.settings.IllegalSetting;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings that limit what a project may have.
 *
 * @param imagesPerProject how many images, not counting deleted ones; null for no limit
 */
@ConfigurationProperties("image-sunset.quota")
record QuotaProperties(@Nullable Integer imagesPerProject) {
    QuotaProperties {
        if (imagesPerProject != null && imagesPerProject < 1) {
            throw new IllegalSetting(
                    "image-sunset.quota.images-per-project is %d.".formatted(imagesPerProject),
                    "Set at least 1, or leave it out for any number.");
        }
    }
}
