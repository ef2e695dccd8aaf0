package dev.imagesunset.server.sunset;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The format of dates in HTTP (RFC 9110, section 5.6.7), like {@code Fri, 31 Dec 2027 00:00:00 GMT}. */
final class ImfFixdate {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private ImfFixdate() {}

    static String format(Instant instant) {
        return FORMAT.format(instant);
    }
}
