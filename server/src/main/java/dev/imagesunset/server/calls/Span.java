package dev.imagesunset.server.calls;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The times, in UTC, that calls are added up for. */
enum Span {
    /** So that a project has few rows over a year. */
    DAY("api_calls_by_day", ChronoUnit.DAYS),
    /** So that the last 24 hours can be told, and no more. */
    HOUR("api_calls_by_hour", ChronoUnit.HOURS);

    private final String table;
    private final ChronoUnit unit;

    Span(String table, ChronoUnit unit) {
        this.table = table;
        this.unit = unit;
    }

    String table() {
        return table;
    }

    /** When the one began that a time is in. */
    Instant start(Instant time) {
        return time.truncatedTo(unit);
    }
}
