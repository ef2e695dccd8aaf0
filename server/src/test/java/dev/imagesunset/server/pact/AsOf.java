package dev.imagesunset.server.pact;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The day as of which pacts are verified, when somebody wants to know before it comes. */
final class AsOf {
    private static final String PROPERTY = "pact.asOf";

    private AsOf() {}

    static Optional<LocalDate> day() {
        String text = System.getProperty(PROPERTY, "");
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            throw new AssertionError(PROPERTY + " is \"" + text + "\". Write a day, like 2028-01-01.", e);
        }
    }

    static Optional<String> instant() {
        return day().map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant().toString());
    }
}
