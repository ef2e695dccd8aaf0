package dev.imagesunset.server.calls;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** The times, in UTC, that calls are added up for. */
enum Span {
    /** So that a project has few rows over a year. */
    DAY(ChronoUnit.DAYS),
    /** So that the last 24 hours can be told, and no more. */
    HOUR(ChronoUnit.HOURS);

    private final ChronoUnit unit;

    Span(ChronoUnit unit) {
        this.unit = unit;
    }

    /** As it stands in the database. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** When the one began that a time is in. */
    Instant start(Instant time) {
        return time.truncatedTo(unit);
    }
}
