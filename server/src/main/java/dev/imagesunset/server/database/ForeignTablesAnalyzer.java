package dev.imagesunset.server.database;

import java.sql.SQLException;
import java.util.stream.Collectors;
import org.flywaydb.core.api.FlywayException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says in two sentences that the tables in the database belong to another program or another version of this server, or
 * that the database takes no writes.
 */
class ForeignTablesAnalyzer extends AbstractFailureAnalyzer<FlywayException> {
    private static final String READ_ONLY = "25006";

    @Override
    protected FailureAnalysis analyze(Throwable root, FlywayException failure) {
        SQLException refusal = findCause(failure, SQLException.class);
        if (refusal != null && READ_ONLY.equals(refusal.getSQLState())) {
            return new FailureAnalysis(
                    "The database is read-only, so the tables cannot be brought up to date.",
                    "Set spring.datasource.url to the primary.",
                    failure);
        }
        return new FailureAnalysis(
                "The tables in the database are not those of this version of the server: %s."
                        .formatted(String.valueOf(failure.getMessage())
                                .lines()
                                .limit(2)
                                .collect(Collectors.joining(", "))),
                "Start the version that made them, or set spring.datasource.url to another database. To start the demo over, remove its folder, .demo.",
                failure);
    }
}
