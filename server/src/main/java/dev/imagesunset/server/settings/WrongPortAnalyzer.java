package dev.imagesunset.server.settings;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says which port is not a number; Spring Boot reads the server's ports before it binds other settings. */
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class WrongPortAnalyzer extends AbstractFailureAnalyzer<InvalidConfigurationPropertyValueException> {
    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, InvalidConfigurationPropertyValueException failure) {
        return failure.getName().endsWith(".port")
                ? new FailureAnalysis(
                        "%s is %s, and should be a whole number, like 8080."
                                .formatted(failure.getName(), failure.getValue()),
                        null,
                        failure)
                : null;
    }
}
