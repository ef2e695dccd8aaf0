package dev.imagesunset.server.settings;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.json.JsonParseException;

/** Says that settings in JSON are broken, without what they say, which may be a password. */
class BrokenJsonAnalyzer extends AbstractFailureAnalyzer<JsonParseException> {
    @Override
    protected FailureAnalysis analyze(Throwable root, JsonParseException failure) {
        return new FailureAnalysis(
                "SPRING_APPLICATION_JSON, or spring.application.json, is not JSON.",
                "Mend it, or leave it out.",
                failure);
    }
}
