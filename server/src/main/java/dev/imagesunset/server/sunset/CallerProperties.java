package dev.imagesunset.server.sunset;

import dev.imagesunset.server.settings.IllegalSetting;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings for individual callers at the end of API v1.1.
 *
 * @param closedToNewcomers the day from which, at 00:00 UTC, projects that never called before are refused
 * @param interlock the callers for which the API stays open after the sunset, if they still call
 * @param pacts the pacts of projects, which show whether they expect the API
 */
@ConfigurationProperties("image-sunset.v1-1")
public record CallerProperties(
        @Nullable LocalDate closedToNewcomers,
        @DefaultValue Interlock interlock,
        @DefaultValue List<PactOfProject> pacts) {
    static final CallerProperties NONE = new CallerProperties(null, new Interlock(Set.of(), null), List.of());

    /** When newcomers start to be refused. */
    Optional<Instant> closing() {
        return Optional.ofNullable(closedToNewcomers).map(CallerProperties::start);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /**
     * The interlock, which keeps the API open after the sunset for critical projects that still call.
     *
     * @param projects the ids of the projects whose outage would be worse than a late end
     * @param lastDay the day on which, at 00:00 UTC, it ends for them too
     */
    public record Interlock(
            @DefaultValue Set<String> projects, @Nullable LocalDate lastDay) {
        public Interlock {
            if (projects.isEmpty() != (lastDay == null)) {
                throw new IllegalSetting(
                        "image-sunset.v1-1.interlock has "
                                + (lastDay == null ? "projects and no last-day." : "a last-day and no projects."),
                        "Set both, or neither: callers have to know the last day.");
            }
        }

        /** When it stops holding the API open; empty without an interlock. */
        Optional<Instant> end() {
            return Optional.ofNullable(lastDay).map(CallerProperties::start);
        }
    }

    /**
     * The pact of one project.
     *
     * @param project the project's id
     * @param file the pact's file
     */
    public record PactOfProject(
            @Nullable String project, @Nullable Path file) {}
}
