package dev.imagesunset.server.image;

import dev.imagesunset.server.problem.Refusal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares a time with the whole seconds that callers see of a column; the column itself is finer. */
final class TimeFilter {
    private static final Pattern FORM = Pattern.compile("(?:(gt|gte|lt|lte|eq|neq):)?(.*)", Pattern.DOTALL);

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalEnd()
            .appendPattern("[XXX][XX]")
            .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
            .parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0)
            .parseDefaulting(ChronoField.SECOND_OF_MINUTE, 0)
            .parseDefaulting(ChronoField.NANO_OF_SECOND, 0)
            .parseDefaulting(ChronoField.OFFSET_SECONDS, 0)
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private TimeFilter() {}

    static Condition of(String column, String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw refusal(column);
        }
        OffsetDateTime time = parse(column, form.group(2));
        OffsetDateTime second = time.truncatedTo(ChronoUnit.SECONDS);
        OffsetDateTime next = second.plusSeconds(1);
        boolean isWhole = second.equals(time);
        String from = column + " >= :" + column;
        String before = column + " < :" + column;
        String operator = form.group(1) == null ? "eq" : form.group(1);
        return switch (operator) {
            case "gt" -> Condition.of(from, column, next);
            case "gte" -> Condition.of(from, column, isWhole ? second : next);
            case "lt" -> Condition.of(before, column, isWhole ? second : next);
            case "lte" -> Condition.of(before, column, next);
            default -> {
                String within = "(" + from + " AND " + before + "_end AND " + isWhole + ")";
                yield new Condition(
                        operator.equals("eq") ? within : "NOT " + within,
                        Map.of(column, second, column + "_end", next));
            }
        };
    }

    private static OffsetDateTime parse(String column, String text) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(text, TIME);
            if (time.getYear() > 0 && time.getYear() < 10_000) {
                // PostgreSQL does not accept all offsets that RFC 3339 allows.
                return time.withOffsetSameInstant(ZoneOffset.UTC);
            }
        } catch (DateTimeParseException e) {
            throw refusal(column);
        }
        throw refusal(column);
    }

    private static Refusal refusal(String column) {
        return Refusal.ofParameter(
                column,
                "is not good. Send a time like 2026-05-20T08:00:00Z, alone or behind one of gt:, gte:, lt:, lte:, eq: and neq:");
    }
}
