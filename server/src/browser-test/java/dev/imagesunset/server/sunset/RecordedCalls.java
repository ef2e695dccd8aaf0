package dev.imagesunset.server.sunset;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts calls into the database as if they had been counted. */
final class RecordedCalls {
    private final JdbcClient database;

    RecordedCalls(JdbcClient database) {
        this.database = database;
    }

    void forget() {
        database.sql("DELETE FROM api_calls_by_day").update();
        database.sql("DELETE FROM api_calls_by_hour").update();
    }

    void of(String project, String version, String agent, String outcome, long calls, Instant last) {
        insert("api_calls_by_day", ChronoUnit.DAYS, project, version, agent, outcome, calls, last);
        insert("api_calls_by_hour", ChronoUnit.HOURS, project, version, agent, outcome, calls, last);
    }

    private void insert(
            String table,
            ChronoUnit span,
            String project,
            String version,
            String agent,
            String outcome,
            long calls,
            Instant last) {
        database.sql(
                        "INSERT INTO " + table
                                + " (id, start_at, project, version, agent, outcome, calls, first_at, last_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID(),
                        last.truncatedTo(span).atOffset(ZoneOffset.UTC),
                        project,
                        version,
                        agent,
                        outcome,
                        calls,
                        last.truncatedTo(ChronoUnit.HOURS).atOffset(ZoneOffset.UTC),
                        last.atOffset(ZoneOffset.UTC))
                .update();
    }

    void of(String project, String version, long calls, Instant last) {
        of(project, version, "curl", "ok", calls, last);
    }
}
