package dev.imagesunset.server.image.web;

import dev.imagesunset.server.settings.IllegalSetting;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Settings for how API v1.1 answers.
 *
 * @param successStatus the status of a successful delete: 204, the documented normal status, or 200, as in the
 *     documentation's example
 */
@ConfigurationProperties("image-sunset.v1-1")
record V11Properties(@DefaultValue("204") int successStatus) {
    private static final MediaType EXAMPLE_TYPE = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    V11Properties {
        if (successStatus != 204 && successStatus != 200) {
            throw new IllegalSetting(
                    "image-sunset.v1-1.success-status is %d.".formatted(successStatus),
                    "Set it to 204 or to 200, the two answers that are documented.");
        }
    }

    ResponseEntity<Void> success() {
        return successStatus == 204
                ? ResponseEntity.noContent().build()
                : ResponseEntity.ok().contentType(EXAMPLE_TYPE).contentLength(0).build();
    }
}
