package dev.imagesunset.server.settings;

import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** Logs in one line why the server does not start, and what to do about it. */
class StartFailureReporter implements FailureAnalysisReporter {
    private static final Logger log = LoggerFactory.getLogger("start");

    /** Spring Boot's own reporter, which comes next, says the same in a block of lines. */
    private static final String NEXT = "org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter";

    @Override
    public void report(FailureAnalysis analysis) {
        String words = analysis.getDescription() + " " + Objects.requireNonNullElse(analysis.getAction(), "");
        log.error("The server does not start. {}", words.replaceAll("\\s+", " ").strip());
        LoggingSystem.get(getClass().getClassLoader()).setLogLevel(NEXT, LogLevel.OFF);
    }
}
