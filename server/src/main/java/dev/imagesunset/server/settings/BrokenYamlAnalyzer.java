package dev.imagesunset.server.settings;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Says where a file of settings is not YAML, without what is written there, which may be a password. */
class BrokenYamlAnalyzer extends AbstractFailureAnalyzer<MarkedYAMLException> {
    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, MarkedYAMLException failure) {
        Mark mark = failure.getProblemMark();
        return mark == null
                ? null
                : new FailureAnalysis(
                        "A file of settings, such as application.yaml, is not YAML, from line %d, column %d on."
                                .formatted(mark.getLine() + 1, mark.getColumn() + 1),
                        "Mend that line, or the one before it.",
                        failure);
    }
}
