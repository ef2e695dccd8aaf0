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
 * Brownouts at the same time of every week: too many to list them all.
 *
 * @param words when they are, for people
 * @param end when the last one ends
 * @param projects only for these projects; none for all
 * @param percent for how many of a hundred projects, always the same ones
 * @param windows all of them
 */
public record WeeklyBrownouts(String words, Instant end, Set<String> projects, int percent, List<Brownout> windows) {
    private static final DateTimeFormatter DAY_OF_WEEK = format("EEEE");
    private static final DateTimeFormatter TIME = format("HH:mm");
    private static final DateTimeFormatter DATE = format("d MMMM yyyy");

    /** Those of a setting that has a day and a time, if one of its windows is still to come. */
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
