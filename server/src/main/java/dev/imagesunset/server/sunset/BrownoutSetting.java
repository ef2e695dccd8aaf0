package dev.imagesunset.server.sunset;

import dev.imagesunset.server.settings.IllegalSetting;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One brownout, or one every week.
 *
 * @param start when it starts; for one every week, left out
 * @param day the day of the week on which it starts, every week
 * @param time the time of the day at which it starts then
 * @param zone the time zone of day, time and dates
 * @param from the first day on which one may start; from the start of the server on if left out
 * @param until the last day on which one may start; until the sunset if left out
 * @param duration how long it takes
 * @param projects the ids of the projects that it is for; none for all
 * @param percent for how many of a hundred projects it is
 */
record BrownoutSetting(
        @Nullable Instant start,
        @Nullable DayOfWeek day,
        @Nullable LocalTime time,
        @DefaultValue("UTC") ZoneId zone,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable Duration duration,
        @DefaultValue Set<String> projects,
        @DefaultValue("100") int percent) {
    private static final Duration WEEK = Duration.ofDays(7);

    /** The windows of this setting between now and the sunset, after a check; an earlier single one is past, and none. */
    List<Brownout> windows(String name, Instant now, Instant sunset) {
        check(name);
        List<Brownout> windows = starts(now, sunset).map(this::window).toList();
        windows.stream()
                .filter(window -> window.end().isAfter(sunset))
                .findFirst()
                .ifPresent(late -> {
                    throw new IllegalSetting(
                            name + " ends on " + late.end() + ", after the sunset on " + sunset + ".",
                            "From the sunset on the call is gone anyway. Let the brownout end before, or postpone the sunset with image-sunset.v1-1.sunset.");
                });
        return windows;
    }

    private void check(String name) {
        boolean isWeekly = day != null && time != null;
        if ((start == null) != isWeekly || (start != null && (day != null || time != null))) {
            throw new IllegalSetting(
                    name + " says neither when it starts nor when it starts every week, or both.",
                    "Set its start, like 2027-10-01T10:00:00Z, or its day and time, like TUESDAY and 10:00.");
        }
        if (duration == null) {
            throw new IllegalSetting(name + ".duration is not set.", "Set how long it takes, like 1h.");
        }
        if (duration.isNegative() || duration.isZero() || (isWeekly && duration.compareTo(WEEK) >= 0)) {
            throw new IllegalSetting(
                    name + " has the duration " + duration + ".",
                    "Set one that is positive, like 1h; every week, below 7d.");
        }
        if (percent < 1 || percent > 100) {
            throw new IllegalSetting(name + " is for " + percent + " percent.", "Set 1 to 100.");
        }
    }

    private Stream<Instant> starts(Instant now, Instant sunset) {
        if (start != null) {
            return Stream.of(start);
        }
        Instant last = until == null
                ? sunset.minus(duration)
                : until.plusDays(1).atStartOfDay(zone).toInstant();
        return Stream.iterate(firstDay(now), date -> date.plusWeeks(1))
                .map(date -> ZonedDateTime.of(date, time, zone).toInstant())
                .takeWhile(instant -> until == null ? !instant.isAfter(last) : instant.isBefore(last));
    }

    private LocalDate firstDay(Instant now) {
        // Before today, since a window that began yesterday may last.
        LocalDate earliest = from == null ? LocalDate.ofInstant(now.minus(WEEK), zone) : from;
        return earliest.with(TemporalAdjusters.nextOrSame(day));
    }

    private Brownout window(Instant begin) {
        return new Brownout(begin, begin.plus(duration), projects, percent);
    }
}
