package dev.imagesunset.server.demo;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in two sentences that the demo was started twice. */
class DemoRunsAlreadyAnalyzer extends AbstractFailureAnalyzer<SQLException> {
    /** H2's code for a database file that another process has open. */
    private static final int DATABASE_ALREADY_OPEN = 90020;

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, SQLException failure) {
        return failure.getErrorCode() == DATABASE_ALREADY_OPEN
                ? new FailureAnalysis(
                        "The demo runs already: another process has its database, .demo/images, open.",
                        "Use the one that runs, or stop it first. For a second one set spring.datasource.url, server.port and management.server.port.",
                        failure)
                : null;
    }
}
