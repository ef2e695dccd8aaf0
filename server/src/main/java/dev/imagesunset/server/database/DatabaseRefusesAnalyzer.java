package dev.imagesunset.server.database;

import java.sql.SQLException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in two sentences that the database cannot be reached at startup, or does not let the server in. */
class DatabaseRefusesAnalyzer extends AbstractFailureAnalyzer<SQLException> {
    /**
     * PostgreSQL's error codes, by their first characters: no connection, no such user or wrong password, no such
     * database, no privilege, no room for another connection, not ready, a parameter that it does not accept.
     */
    private static final Pattern SQL_STATES = Pattern.compile("(08|22|28|3D|42501|53|57P).*");

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, SQLException failure) {
        return failure.getSQLState() != null
                        && SQL_STATES.matcher(failure.getSQLState()).matches()
                ? new FailureAnalysis(
                        "The database does not let the server in: %s (%s)"
                                .formatted(failure.getMessage(), failure.getSQLState()),
                        "Check that it runs, and spring.datasource.url, spring.datasource.username, spring.datasource.password and spring.datasource.hikari.data-source-properties.",
                        failure)
                : null;
    }
}
