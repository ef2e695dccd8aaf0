package dev.imagesunset.server.upstream;

import static dev.imagesunset.server.settings.IllegalSetting.requireHttp;
import static dev.imagesunset.server.settings.IllegalSetting.requirePositive;

import dev.imagesunset.server.settings.IllegalSetting;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;

/**
 * Settings for the image service behind this server, if there is one.
 *
 * @param url where its native API is, with or without {@code /v2}; if one cannot be reached, the next is tried
 * @param caCertificate a PEM file of certificates to trust instead of Java's
 * @param connectTimeout how long a connection may take
 * @param answerTimeout how long it may take for everything that a delete needs from it
 * @param maxCalls how many deletes to send it at the same time; others wait
 * @param publicUrl where callers reach its native API, if not where they reach this server
 * @param seesV2Deletes whether v2 deletes come through this server too, so that it can count them
 */
@ConfigurationProperties("image-sunset.upstream")
public record UpstreamProperties(
        @DefaultValue List<URI> url,
        @Nullable Path caCertificate,

        @DefaultValue("1s") @DurationUnit(ChronoUnit.SECONDS)
        Duration connectTimeout,

        @DefaultValue("2s") @DurationUnit(ChronoUnit.SECONDS)
        Duration answerTimeout,

        @DefaultValue("16") int maxCalls,
        @Nullable URI publicUrl,
        @DefaultValue("false") boolean seesV2Deletes) {
    private static final String REMEDY = "Set the URL of the image service, like https://glance.example.com:9292.";

    public UpstreamProperties {
        url.forEach(each -> requireHttp("image-sunset.upstream.url has", each, REMEDY));
        requirePositive("image-sunset.upstream.connect-timeout", connectTimeout);
        requirePositive("image-sunset.upstream.answer-timeout", answerTimeout);
        requirePositive("image-sunset.upstream.max-calls", maxCalls);
        if (publicUrl != null) {
            requireHttp("image-sunset.upstream.public-url is", publicUrl, REMEDY);
        }
        if (url.isEmpty() && (publicUrl != null || seesV2Deletes || caCertificate != null)) {
            throw new IllegalSetting(
                    "image-sunset.upstream.url is not set, but other settings of image-sunset.upstream are.",
                    "Set it to where the image service is, or leave the others out.");
        }
    }

    /** Whether this server stands in front of an image service. */
    public boolean isInFront() {
        return !url.isEmpty();
    }

    /** Whether this server can count calls of v2. */
    public boolean countsV2() {
        return !isInFront() || seesV2Deletes;
    }

    /** What precedes {@code /v2} in links to the native API; empty if it is at this server's address. */
    public String nativeApi() {
        return publicUrl == null ? "" : withoutVersion(publicUrl);
    }

    static String withoutVersion(URI url) {
        return url.toString().replaceFirst("(/v2)?/*$", "");
    }
}
