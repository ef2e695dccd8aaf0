package dev.imagesunset.server.settings;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Prints an {@link IllegalSetting} as two sentences instead of a stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class IllegalSettingAnalyzer extends AbstractFailureAnalyzer<IllegalSetting> {
    @Override
    protected FailureAnalysis analyze(Throwable root, IllegalSetting illegal) {
        return new FailureAnalysis(illegal.getMessage(), illegal.remedy(), illegal);
    }
}
