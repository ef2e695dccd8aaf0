package dev.imagesunset.client;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An announced window in which a deprecated call is answered with 410, so that forgotten callers show up before its end.
 *
 * @param start from when on
 * @param end until when, exclusively
 */
public record Brownout(Instant start, Instant end) {
    // A date with a parameter, among others perhaps (RFC 9651, sections 3.3.7 and 3.1.2).
    private static final Pattern HEADER = Pattern.compile(
            "\\s*@(-?\\d{1,11})(?:\\s*;(?!\\s*until=)[^;]*)*+\\s*;\\s*until=@(-?\\d{1,11})\\s*(?:;.*)?");

    /** The brownout in the header of this name; null if that is illegible, or a window without a length. */
    static @Nullable Brownout parse(String header) {
        Matcher parts = HEADER.matcher(header);
        if (!parts.matches()) {
            return null;
        }
        Brownout brownout = new Brownout(instant(parts.group(1)), instant(parts.group(2)));
        return brownout.start.isBefore(brownout.end) ? brownout : null;
    }

    private static Instant instant(String seconds) {
        return Instant.ofEpochSecond(Long.parseLong(seconds));
    }

    /** The window in words. */
    @Override
    public String toString() {
        return "from " + start + " until " + end;
    }
}
