package dev.imagesunset.server.calls;

import dev.imagesunset.server.generated.CallerReadiness;
import dev.imagesunset.server.generated.CallingProject;
import dev.imagesunset.server.generated.CallingProject.ReadyEnum;
import dev.imagesunset.server.generated.DayOfCalls;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The projects that still call the API version that ends. Calls are kept by the day, and for a while by the hour, in
 * UTC: the last 24 hours are the 24 full hours before the current one, plus the current one; the last 7 and 30 days are
 * the full days before today, plus today.
 */
@Repository
public class Callers {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration TODAY_AND_89_DAYS = Duration.ofDays(89);
    /** How many projects to read at once, so that each statement is quick, whatever the page's size. */
    private static final int AT_ONCE = 100;

    private static final String LAST_DAY = """
            SELECT project, SUM(calls) AS calls
            FROM api_calls WHERE span = 'hour' AND version = :deprecated AND project IN (:projects) AND start_at >= :day
            GROUP BY project
            """;

    private static final String GROUPS = """
            SELECT project, version, agent, outcome, SUM(calls) AS month,
                SUM(CASE WHEN start_at >= :week THEN calls ELSE 0 END) AS week
            FROM api_calls WHERE span = 'day' AND version IN (:deprecated, :successor) AND project IN (:projects) AND start_at >= :month
            GROUP BY project, version, agent, outcome
            """;

    private static final String BY_DAY = """
            SELECT CAST(start_at AT TIME ZONE 'UTC' AS date) AS call_day,
                SUM(CASE WHEN version = :deprecated THEN calls ELSE 0 END) AS deprecated,
                SUM(CASE WHEN version = :successor THEN calls ELSE 0 END) AS successor
            FROM api_calls
            WHERE span = 'day' AND start_at >= :since AND project <> '-'
            """;

    private static final String OF_PROJECT = " AND version IN (:deprecated, :successor) AND project = :project";
    private static final String EACH_DAY = " GROUP BY start_at ORDER BY start_at";

    private static final String PROJECTS = """
            SELECT COUNT(DISTINCT project) FROM api_calls
            WHERE span = 'day' AND version = :deprecated AND start_at >= :week AND project <> '-' AND outcome <> 'rehearsal'
            """;

    private final JdbcClient database;
    private final CallingProjects projects;
    private final ReadinessCheck readiness;
    private final CountedVersions versions;
    private final InstantSource clock;

    Callers(
            JdbcClient database,
            CallingProjects projects,
            ReadinessCheck readiness,
            CountedVersions versions,
            InstantSource clock) {
        this.database = database;
        this.projects = projects;
        this.readiness = readiness;
        this.versions = versions;
        this.clock = clock;
    }

    /**
     * A page of the projects that follow the marker, ordered by id, plus one more project if there is a next page.
     *
     * @param search text that the id, name or last user of each contains
     * @param ready only the projects with this readiness for the end: ready, not ready or unknown; null for all
     */
    public List<CallingProject> list(String search, @Nullable ReadyEnum ready, @Nullable String marker, int limit) {
        List<CallingProject> page = new ArrayList<>();
        String last = marker == null ? "" : marker;
        while (page.size() <= limit) {
            int wanted = ready == null ? Math.min(AT_ONCE, limit + 1 - page.size()) : AT_ONCE;
            List<CallingProject> piece = views(projects.after(last, search, wanted));
            piece.stream()
                    .filter(project -> ready == null || ready == project.getReady())
                    .forEach(page::add);
            if (piece.size() < wanted) {
                break;
            }
            last = piece.get(piece.size() - 1).getProject();
        }
        return page;
    }

    CallingProject view(Sighting seen) {
        return views(List.of(seen)).get(0);
    }

    private List<CallingProject> views(List<Sighting> seen) {
        if (seen.isEmpty()) {
            return List.of();
        }
        List<String> ids = seen.stream().map(Sighting::project).toList();
        Map<String, Long> lastDay = lastDay(ids);
        Map<String, List<CallGroup>> groups = groups(ids);
        Map<String, CallerReadiness> verdicts = readiness.verdicts(seen);
        return seen.stream()
                .map(project -> new CallerView(
                                project,
                                lastDay.getOrDefault(project.project(), 0L),
                                groups.getOrDefault(project.project(), List.of()),
                                versions)
                        .project(Optional.ofNullable(verdicts.get(project.project()))))
                .toList();
    }

    private Map<String, Long> lastDay(List<String> projects) {
        return database
                .sql(LAST_DAY)
                .param("deprecated", versions.deprecated())
                .param("projects", projects)
                .param("day", ago(Span.HOUR, DAY))
                .query((row, number) -> Map.entry(row.getString("project"), row.getLong("calls")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Map<String, List<CallGroup>> groups(List<String> projects) {
        return database
                .sql(GROUPS)
                .param("deprecated", versions.deprecated())
                .param("successor", versions.successor())
                .param("projects", projects)
                .param("week", ago(Span.DAY, WEEK))
                .param("month", ago(Span.DAY, MONTH))
                .query(CallGroup.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(CallGroup::project));
    }

    /**
     * How often both versions were called on each of the last 90 days in UTC, including today; days without calls are
     * left out.
     */
    public List<DayOfCalls> days() {
        return days(database.sql(BY_DAY + EACH_DAY));
    }

    /** How often one project called both versions on each of those days. */
    public List<DayOfCalls> days(String project) {
        return days(database.sql(BY_DAY + OF_PROJECT + EACH_DAY).param("project", project));
    }

    private List<DayOfCalls> days(JdbcClient.StatementSpec statement) {
        return statement
                .param("deprecated", versions.deprecated())
                .param("successor", versions.successor())
                .param("since", ago(Span.DAY, TODAY_AND_89_DAYS))
                .query((row, number) -> new DayOfCalls(
                                row.getObject("call_day", LocalDate.class), row.getLong("deprecated"))
                        .successor(versions.knowsSuccessor() ? row.getLong("successor") : null))
                .list();
    }

    /** How many projects called, in the last 7 days, the version that ends. */
    long count() {
        return database.sql(PROJECTS)
                .param("deprecated", versions.deprecated())
                .param("week", ago(Span.DAY, WEEK))
                .query(Long.class)
                .single();
    }

    private OffsetDateTime ago(Span span, Duration time) {
        return span.start(clock.instant()).minus(time).atOffset(ZoneOffset.UTC);
    }
}
