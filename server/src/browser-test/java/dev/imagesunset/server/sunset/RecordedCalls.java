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

    JdbcClient database() {
        return database;
    }

    void forget() {
        database.sql("DELETE FROM api_calls").update();
        database.sql("DELETE FROM calling_projects").update();
    }

    void of(String project, String version, String agent, String outcome, long calls, Instant last) {
        insert("day", ChronoUnit.DAYS, project, version, agent, outcome, calls, last);
        insert("hour", ChronoUnit.HOURS, project, version, agent, outcome, calls, last);
        if (version.equals("v1.1")) {
            database.sql("""
                    INSERT INTO calling_projects AS known (project, last_request, user_agents, first_at, last_at)
                    VALUES (?, 'req-1', '[]', ?, ?)
                    ON CONFLICT (project) DO UPDATE SET
                        first_at = LEAST(known.first_at, EXCLUDED.first_at), last_at = GREATEST(known.last_at, EXCLUDED.last_at)
                    """)
                    .params(
                            project,
                            last.truncatedTo(ChronoUnit.HOURS).atOffset(ZoneOffset.UTC),
                            last.atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    private void insert(
            String span,
            ChronoUnit unit,
            String project,
            String version,
            String agent,
            String outcome,
            long calls,
            Instant last) {
        database.sql("""
                INSERT INTO api_calls (id, span, start_at, project, version, agent, outcome, calls, first_at, last_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        UUID.randomUUID(),
                        span,
                        last.truncatedTo(unit).atOffset(ZoneOffset.UTC),
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
