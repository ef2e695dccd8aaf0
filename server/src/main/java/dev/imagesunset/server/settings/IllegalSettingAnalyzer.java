package dev.imagesunset.server.settings;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints an {@link IllegalSetting} as two sentences instead of a stack trace. */
class IllegalSettingAnalyzer extends AbstractFailureAnalyzer<IllegalSetting> {
    @Override
    protected FailureAnalysis analyze(Throwable root, IllegalSetting illegal) {
        return new FailureAnalysis(illegal.getMessage(), illegal.remedy(), illegal);
    }
}
