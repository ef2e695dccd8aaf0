package dev.imagesunset.server.settings;

import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.util.unit.DataSize;

/** Checks values of Spring's settings that Spring takes, or notices only later. */
final class SpringsSettings {
    private static final String ENDPOINT = "management.opentelemetry.tracing.export.otlp.endpoint";
    private static final String SHARE = "management.tracing.sampling.probability";
    private static final String PATIENCE = "spring.datasource.hikari.connection-timeout";
    private static final String HEADERS = "server.max-http-request-header-size";

    private SpringsSettings() {}

    static void check(Binder binder) {
        Stream.of("server.tomcat.connection-timeout", "spring.lifecycle.timeout-per-shutdown-phase")
                .forEach(name ->
                        binder.bind(name, Duration.class).ifBound(time -> IllegalSetting.requirePositive(name, time)));
        Stream.of("server.tomcat.threads.max", "spring.datasource.hikari.maximum-pool-size")
                .forEach(name ->
                        binder.bind(name, Integer.class).ifBound(max -> IllegalSetting.requirePositive(name, max)));
        binder.bind(PATIENCE, Long.class).ifBound(SpringsSettings::requirePatience);
        binder.bind(HEADERS, DataSize.class).ifBound(SpringsSettings::requireRoom);
        binder.bind(SHARE, Double.class).ifBound(SpringsSettings::requireShare);
        binder.bind(ENDPOINT, URI.class).ifBound(SpringsSettings::requireCollector);
    }

    /** The pool takes no less. */
    private static void requirePatience(long millis) {
        if (millis < 250) {
            throw new IllegalSetting("%s is %d.".formatted(PATIENCE, millis), "Set milliseconds, 250 at least.");
        }
    }

    private static void requireRoom(DataSize size) {
        if (size.toBytes() <= 0 || size.toBytes() > Integer.MAX_VALUE) {
            throw new IllegalSetting("%s is %s.".formatted(HEADERS, size), "Set a size like 16KB.");
        }
    }

    private static void requireShare(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalSetting("%s is %s.".formatted(SHARE, share), "Set a number from 0 to 1, like 0.1.");
        }
    }

    private static void requireCollector(URI url) {
        IllegalSetting.requireHttp(
                ENDPOINT + " is", url, "Set where a collector listens, like http://collector:4318/v1/traces.");
    }
}
