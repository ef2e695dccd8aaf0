package dev.imagesunset.server.calls;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The calls in the database. Storing the same or an older count again changes nothing. */
@Repository
class CallRows {
    private static final int BATCH = 500;
    private static final Duration A_DAY = Duration.ofDays(1);

    private static final String STORE = """
            INSERT INTO api_calls AS stored (id, calls, last_at, first_at, span, start_at, project, version, agent, outcome)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET calls = EXCLUDED.calls, last_at = EXCLUDED.last_at
            WHERE stored.calls < EXCLUDED.calls
            """;

    private static final String FORGET_HOURS = """
            DELETE FROM api_calls WHERE id IN (
                SELECT id FROM api_calls WHERE span = 'hour' AND start_at < ? ORDER BY start_at, id LIMIT ?)
            """;

    private static final String FORGET_DAYS = """
            DELETE FROM api_calls WHERE id IN (
                SELECT id FROM api_calls AS old
                WHERE span = 'day' AND start_at = ?
                    AND start_at < COALESCE((SELECT last_at FROM calling_projects WHERE project = old.project), ?) - ? * interval '1 second'
                LIMIT ?)
            """;

    private final JdbcTemplate database;

    CallRows(JdbcTemplate database) {
        this.database = database;
    }

    void store(List<Tally.Total> totals) {
        database.batchUpdate(STORE, totals, BATCH, CallRows::fill);
    }

    private static void fill(PreparedStatement statement, Tally.Total total) throws SQLException {
        statement.setObject(1, total.id());
        statement.setLong(2, total.calls());
        statement.setObject(3, time(total.lastAt()));
        statement.setObject(4, time(total.firstAt()));
        statement.setString(5, total.call().span().word());
        statement.setObject(6, time(total.call().start()));
        statement.setString(7, total.call().project());
        statement.setString(8, total.call().version());
        statement.setString(9, total.call().agent());
        statement.setString(10, total.call().outcome());
    }

    /** Removes the hours that began before a time, in batches, so that each statement is quick. */
    void forgetHours(Instant before) {
        while (database.update(FORGET_HOURS, time(before), BATCH) == BATCH) {
            // There may be more.
        }
    }

    /**
     * Removes the days that began longer ago than they are kept, or that before the last call of a project which is
     * still remembered: its silence is measured by them. Days are taken one by one, so that each statement is quick.
     */
    void forgetDays(Instant today, Duration keep) {
        for (Instant day = oldestDay(today); day.isBefore(today.minus(keep)); day = day.plus(A_DAY)) {
            while (database.update(FORGET_DAYS, time(day), time(today), keep.toSeconds(), BATCH) == BATCH) {
                // There may be more.
            }
        }
    }

    private Instant oldestDay(Instant otherwise) {
        Timestamp oldest =
                database.queryForObject("SELECT MIN(start_at) FROM api_calls WHERE span = 'day'", Timestamp.class);
        return oldest == null ? otherwise : oldest.toInstant();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
