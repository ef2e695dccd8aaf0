package dev.imagesunset.client;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A header whose value is a date, perhaps with parameters (RFC 9651, sections 3.3.7 and 3.1.2).
 *
 * @param parameters by their names, as they are written; the last of a name counts
 */
record StructuredDate(Instant date, Map<String, String> parameters) {
    private static final Pattern DATE = Pattern.compile("@-?\\d{1,15}");
    private static final Pattern PARAMETER =
            Pattern.compile("\\s*;\\s*([a-z*][a-z0-9_.*-]*+)(?:=(%?\"(?:[^\"\\\\]|\\\\.)*+\"|[^\\s\",;]++))?");
    private static final Pattern ITEM = Pattern.compile("(" + DATE + ")((?:" + PARAMETER + ")*+)");

    /** The date; null if the header is illegible. */
    static @Nullable StructuredDate parse(String header) {
        Matcher item = ITEM.matcher(header.strip());
        if (!item.matches()) {
            return null;
        }
        Map<String, String> parameters = new HashMap<>();
        Matcher parameter = PARAMETER.matcher(item.group(2));
        while (parameter.find()) {
            parameters.put(parameter.group(1), parameter.group(2) == null ? "?1" : parameter.group(2));
        }
        return new StructuredDate(instant(item.group(1)), parameters);
    }

    /** A parameter that is a date itself; null if it is none. */
    @Nullable Instant parameter(String name) {
        String value = parameters.getOrDefault(name, "");
        return DATE.matcher(value).matches() ? instant(value) : null;
    }

    private static Instant instant(String date) {
        return Instant.ofEpochSecond(Long.parseLong(date.substring(1)));
    }
}
