package dev.imagesunset.server.database;

import org.flywaydb.core.api.FlywayException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says in two sentences that the tables in the database belong to another program or another version of this server.
 */
class ForeignTablesAnalyzer extends AbstractFailureAnalyzer<FlywayException> {
    @Override
    protected FailureAnalysis analyze(Throwable root, FlywayException failure) {
        return new FailureAnalysis(
                "The tables in the database are not those of this version of the server: %s."
                        .formatted(String.valueOf(failure.getMessage())
                                .lines()
                                .limit(2)
                                .reduce((first, second) -> first + ", " + second)
                                .orElse("")),
                "Start the version that made them, or set spring.datasource.url to another database. To start the demo over, remove its folder, .demo.",
                failure);
    }
}
