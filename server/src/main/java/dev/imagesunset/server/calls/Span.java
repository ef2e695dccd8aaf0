package dev.imagesunset.server.calls;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** The period, in UTC, that calls are added up for. */
enum Span {
    /** Keeps a project's rows few over a year. */
    DAY(ChronoUnit.DAYS),
    /** Serves only to add up the last 24 hours. */
    HOUR(ChronoUnit.HOURS);

    private final ChronoUnit unit;

    Span(ChronoUnit unit) {
        this.unit = unit;
    }

    /** Its name in the database. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The start of the day or hour that a time is in. */
    Instant start(Instant time) {
        return time.truncatedTo(unit);
    }
}
