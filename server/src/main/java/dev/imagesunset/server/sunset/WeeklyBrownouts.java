package dev.imagesunset.server.sunset;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rule of a weekly brownout, whose windows are too many to list them all.
 *
 * @param words when they are, for people to read
 * @param end when the last one ends
 * @param projects the only projects that they are for; empty for all
 * @param percent the percentage of projects that they are for, always the same ones
 * @param windows all the rule's windows
 */
public record WeeklyBrownouts(String words, Instant end, Set<String> projects, int percent, List<Brownout> windows) {
    private static final DateTimeFormatter DAY_OF_WEEK = format("EEEE");
    private static final DateTimeFormatter TIME = format("HH:mm");
    private static final DateTimeFormatter DATE = format("d MMMM yyyy");

    /** The rule of a setting that has a day and a time and any windows; otherwise none. */
    static List<WeeklyBrownouts> of(BrownoutSetting setting, List<Brownout> windows, Instant sunset) {
        if (setting.day() == null || windows.isEmpty()) {
            return List.of();
        }
        Brownout last = windows.get(windows.size() - 1);
        return List.of(new WeeklyBrownouts(
                words(setting, last, sunset), last.end(), setting.projects(), setting.percent(), windows));
    }

    private static String words(BrownoutSetting setting, Brownout last, Instant sunset) {
        LocalDateTime start = LocalDateTime.ofInstant(last.start(), setting.zone());
        LocalDateTime end = start.plus(Duration.between(last.start(), last.end()));
        boolean isOneDay = end.toLocalDate().equals(start.toLocalDate());
        @Nullable LocalDate from = setting.from();
        @Nullable LocalDate until = setting.until();
        return "every %s, %s to %s%s %s,%s until %s"
                .formatted(
                        DAY_OF_WEEK.format(start),
                        TIME.format(start),
                        TIME.format(end),
                        isOneDay ? "" : " on " + DAY_OF_WEEK.format(end),
                        setting.zone(),
                        from == null ? "" : " from " + DATE.format(from),
                        DATE.format(until == null ? LocalDate.ofInstant(sunset, ZoneOffset.UTC) : until));
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }
}
