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
 * The setting of one brownout, or of a weekly one.
 *
 * @param start when it starts; null for a weekly one
 * @param day the day of the week on which a weekly one starts
 * @param time the time of day at which a weekly one starts
 * @param zone the time zone of the day, time and dates
 * @param from the first day on which a weekly one may start; by default, a week before the server starts, to include
 *     one in progress
 * @param until the last day on which a weekly one may start; by default, until the sunset
 * @param duration how long it lasts
 * @param projects the ids of the projects that it is for; empty for all
 * @param percent the percentage of projects that it is for
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

    /** Checks this setting and returns its windows: a single one, or all the weekly ones until the sunset. */
    List<Brownout> windows(String name, Instant now, Instant sunset) {
        check(name);
        List<Brownout> windows = starts(now, sunset).map(this::window).toList();
        if (from != null && windows.isEmpty()) {
            throw new IllegalSetting(
                    name + " has no " + day + " from " + from + " until " + (until == null ? "the sunset" : until)
                            + ".",
                    "Set an earlier from, or a later until.");
        }
        windows.stream()
                .filter(window -> window.end().isAfter(sunset))
                .findFirst()
                .ifPresent(late -> {
                    throw new IllegalSetting(
                            name + " ends on " + late.end() + ", after the sunset on " + sunset + ".",
                            "The call is gone from the sunset on. End the brownout earlier, or postpone the sunset with image-sunset.v1-1.sunset.");
                });
        return windows;
    }

    private void check(String name) {
        boolean isWeekly = day != null && time != null;
        if ((start == null) != isWeekly || (start != null && (day != null || time != null))) {
            throw new IllegalSetting(
                    name + " needs a start, or a day and a time, and not both.",
                    "Set its start, like 2027-10-01T10:00:00Z, or its day and time, like TUESDAY and 10:00.");
        }
        if (start != null && (from != null || until != null)) {
            throw new IllegalSetting(
                    name + " has a start, and from or until, which are for a weekly brownout.",
                    "Set one or the other.");
        }
        if (duration == null) {
            throw new IllegalSetting(name + ".duration is not set.", "Set how long it lasts, like 1h.");
        }
        if (duration.isNegative() || duration.isZero() || (isWeekly && duration.compareTo(WEEK) >= 0)) {
            throw new IllegalSetting(
                    name + " has the duration " + IllegalSetting.asWritten(duration) + ".",
                    "Set a positive one, like 1h; for a weekly brownout, less than 7d.");
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
        // A week before today, since a window that began earlier may still be open.
        LocalDate earliest = from == null ? LocalDate.ofInstant(now.minus(WEEK), zone) : from;
        return earliest.with(TemporalAdjusters.nextOrSame(day));
    }

    private Brownout window(Instant begin) {
        return new Brownout(begin, begin.plus(duration), projects, percent);
    }
}
