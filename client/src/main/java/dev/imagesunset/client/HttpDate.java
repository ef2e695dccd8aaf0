package dev.imagesunset.client;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A date in a header, in any of the three forms that a recipient has to accept (RFC 9110, section 5.6.7). */
final class HttpDate {
    private static final int YEARS_AHEAD = 50;
    private static final DateTimeFormatter ASCTIME =
            builder().appendPattern("EEE MMM ppd HH:mm:ss uuuu").toFormatter(Locale.US);

    private HttpDate() {}

    /** The date, read now; null if it is illegible. */
    static @Nullable Instant parse(String header, Instant now) {
        String date = header.strip();
        return Stream.of(DateTimeFormatter.RFC_1123_DATE_TIME, rfc850(now), ASCTIME)
                .flatMap(form -> parse(date, form).stream())
                .findFirst()
                .orElse(null);
    }

    private static Optional<Instant> parse(String date, DateTimeFormatter form) {
        try {
            return Optional.of(LocalDateTime.parse(date, form).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Its year of two digits is the latest that is not over 50 years ahead. */
    private static DateTimeFormatter rfc850(Instant now) {
        int latest = now.atOffset(ZoneOffset.UTC).getYear() + YEARS_AHEAD;
        return builder()
                .appendPattern("EEEE, dd-MMM-")
                .appendValueReduced(ChronoField.YEAR, 2, 2, latest - 99)
                .appendPattern(" HH:mm:ss 'GMT'")
                .toFormatter(Locale.US);
    }

    private static DateTimeFormatterBuilder builder() {
        return new DateTimeFormatterBuilder().parseCaseInsensitive();
    }
}
