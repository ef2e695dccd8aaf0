package dev.imagesunset.server.access;

import static dev.imagesunset.server.settings.IllegalSetting.requireHttp;
import static dev.imagesunset.server.settings.IllegalSetting.requirePositive;

import dev.imagesunset.server.settings.IllegalSetting;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;

/**
 * Settings that say where Keystone is, how long to wait for it and how long to remember its answers.
 *
 * @param urls where its Identity API is, with or without {@code /v3}; if one fails, the next is tried
 * @param caCertificate a PEM file of certificates to trust instead of Java's
 * @param connectTimeout how long a connection may take
 * @param answerTimeout how long a whole answer may take
 * @param tokenCacheTime how long a valid token is accepted without asking again, but never after it expires
 * @param staleFor how much longer it is accepted while Keystone does not answer, but never after it expires
 * @param refusalCacheTime how long an invalid token is refused without asking again
 * @param maxCachedTokens how many tokens to remember
 * @param tokenShapes the shapes that a token can have; empty for any
 * @param maxValidations how many tokens to ask about at the same time; others wait, so that a flood of invalid tokens
 *     does not reach Keystone
 */
@ConfigurationProperties("image-sunset.identity")
record IdentityProperties(
        @DefaultValue List<URI> urls,
        @Nullable Path caCertificate,

        @DefaultValue("1s") @DurationUnit(ChronoUnit.SECONDS)
        Duration connectTimeout,

        @DefaultValue("2s") @DurationUnit(ChronoUnit.SECONDS)
        Duration answerTimeout,

        @DefaultValue("60s") @DurationUnit(ChronoUnit.SECONDS)
        Duration tokenCacheTime,

        @DefaultValue("15m") @DurationUnit(ChronoUnit.SECONDS)
        Duration staleFor,

        @DefaultValue("5s") @DurationUnit(ChronoUnit.SECONDS)
        Duration refusalCacheTime,

        @DefaultValue("10000") int maxCachedTokens,
        @DefaultValue Set<TokenShape> tokenShapes,
        @DefaultValue("8") int maxValidations) {
    IdentityProperties {
        urls.forEach(url -> requireHttp(
                "image-sunset.identity.urls has",
                url,
                "Set the URLs of Keystone, like https://keystone.example.com:5000."));
        requirePositive("image-sunset.identity.connect-timeout", connectTimeout);
        requirePositive("image-sunset.identity.answer-timeout", answerTimeout);
        requirePositive("image-sunset.identity.token-cache-time", tokenCacheTime);
        requireNotNegative("stale-for", staleFor);
        requirePositive("image-sunset.identity.refusal-cache-time", refusalCacheTime);
        requirePositive("image-sunset.identity.max-cached-tokens", maxCachedTokens);
        requirePositive("image-sunset.identity.max-validations", maxValidations);
    }

    /** How long an answer may take if every URL but the last hangs. */
    Duration patience() {
        return answerTimeout.multipliedBy(urls.size());
    }

    /** Whether a token has one of the expected shapes. */
    boolean mayBeToken(String token) {
        return tokenShapes.isEmpty() || tokenShapes.stream().anyMatch(shape -> shape.fits(token));
    }

    private static void requireNotNegative(String name, Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalSetting(
                    "image-sunset.identity.%s is %s.".formatted(name, IllegalSetting.asWritten(duration)),
                    "Set a time, like 15m, or 0s for none.");
        }
    }
}
