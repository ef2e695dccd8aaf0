package dev.imagesunset.server.calls;

import dev.imagesunset.server.sunset.CallerRecords;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The days on which projects called, as far back as they are kept, and how projects rehearsed. */
@Repository
class CallHistory implements CallerRecords {
    private static final String DAYS = """
            SELECT project, version, array_agg(CAST(extract(epoch FROM start_at) / 86400 AS integer)) AS days
            FROM (
                SELECT DISTINCT project, version, start_at
                FROM api_calls
                WHERE span = 'day' AND version IN (:deprecated, :successor) AND project IN (:projects) AND start_at < :before
                    AND outcome <> 'rehearsal') AS called
            GROUP BY project, version
            """;

    private static final String REHEARSALS = """
            SELECT rehearsed.*,
                (SELECT AVG(of_day) FROM (
                    SELECT SUM(calls) AS of_day FROM api_calls AS usual
                    WHERE span = 'day' AND version = :deprecated AND usual.project = rehearsed.project AND outcome <> 'rehearsal'
                    GROUP BY usual.start_at) AS days) AS usual
            FROM (
                SELECT DISTINCT ON (project) project, start_at, SUM(calls) AS refused
                FROM api_calls
                WHERE span = 'day' AND outcome = 'rehearsal' AND project IN (:projects)
                GROUP BY project, start_at ORDER BY project, start_at DESC) AS rehearsed
            """;

    private static final String LAST_CALLS = """
            SELECT project, MAX(last_at) AS last_at
            FROM api_calls
            WHERE span = 'day' AND version = :deprecated AND project IN (:projects) AND start_at >= :since AND outcome <> 'rehearsal'
            GROUP BY project
            """;

    private static final String COUNTED_SINCE =
            "SELECT LEAST((SELECT since FROM counting), (SELECT MIN(start_at) FROM api_calls WHERE span = 'day'))";

    private final JdbcClient database;
    private final CountedVersions versions;

    CallHistory(JdbcClient database, CountedVersions versions) {
        this.database = database;
        this.versions = versions;
    }

    /** When counting began, as far as is known. */
    Instant countedSince() {
        return database.sql(COUNTED_SINCE)
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .single();
    }

    /**
     * The rhythms of some projects, from their days before a time and the day of that time; projects without calls are
     * left out.
     */
    Map<String, Rhythm> rhythms(Collection<String> projects, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return days(projects, now).stream().collect(Collectors.groupingBy(Days::project)).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, days -> rhythm(days.getValue(), today)));
    }

    private Rhythm rhythm(List<Days> days, LocalDate today) {
        Map<String, NavigableSet<LocalDate>> byVersion =
                days.stream().collect(Collectors.toMap(Days::version, Days::days));
        return new Rhythm(
                byVersion.getOrDefault(versions.deprecated(), new TreeSet<>()),
                byVersion.getOrDefault(versions.successor(), new TreeSet<>()),
                today);
    }

    private List<Days> days(Collection<String> projects, Instant before) {
        return database.sql(DAYS)
                .param("deprecated", versions.deprecated())
                .param("successor", versions.successor())
                .param("projects", projects)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query(Days::read)
                .list();
    }

    /** The last day on which each of some projects rehearsed; those that did not are left out. */
    Map<String, Rehearsed> rehearsals(Collection<String> projects) {
        return database
                .sql(REHEARSALS)
                .param("deprecated", versions.deprecated())
                .param("projects", projects)
                .query(Rehearsed::read)
                .list()
                .stream()
                .collect(Collectors.toMap(Rehearsed::project, Function.identity()));
    }

    /** When each of some projects last called the operation that ends since a day, rehearsals aside. */
    Map<String, Instant> lastCalls(Collection<String> projects, Instant since) {
        return database
                .sql(LAST_CALLS)
                .param("deprecated", versions.deprecated())
                .param("projects", projects)
                .param("since", Span.DAY.start(since).atOffset(ZoneOffset.UTC))
                .query((row, number) -> Map.entry(
                        row.getString("project"), row.getTimestamp("last_at").toInstant()))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Optional<Set<String>> calledBefore(Instant time) {
        if (time.isBefore(countedSince().plus(ReadinessCheck.LONG_ENOUGH))) {
            return Optional.empty();
        }
        return Optional.of(new HashSet<>(database.sql("SELECT project FROM calling_projects WHERE first_at < :time")
                .param("time", time.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .list()));
    }

    @Override
    public Set<String> gone(Set<String> projects, Instant time) {
        Map<String, Rhythm> rhythms = rhythms(projects, time);
        boolean isAbsenceEvidence = !time.isBefore(countedSince().plus(ReadinessCheck.LONG_ENOUGH));
        return projects.stream()
                .filter(project -> Optional.ofNullable(rhythms.get(project))
                        .filter(rhythm -> !rhythm.days().isEmpty())
                        .map(rhythm -> rhythm.judge().belief().isGone())
                        .orElse(isAbsenceEvidence))
                .collect(Collectors.toSet());
    }

    private record Days(String project, String version, NavigableSet<LocalDate> days) {
        static Days read(ResultSet row, int number) throws SQLException {
            Array days = row.getArray("days");
            return new Days(
                    row.getString("project"),
                    row.getString("version"),
                    Stream.of((Integer[]) days.getArray())
                            .map(LocalDate::ofEpochDay)
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    /**
     * A day with a rehearsal.
     *
     * @param refused how many calls were answered as they will be after the end
     * @param usual how many calls there are on average on a day with calls
     */
    record Rehearsed(String project, LocalDate day, long refused, double usual) {
        private static final int FEW = 10;
        private static final int FAR_MORE = 3;

        static Rehearsed read(ResultSet row, int number) throws SQLException {
            return new Rehearsed(
                    row.getString("project"),
                    LocalDate.ofInstant(row.getTimestamp("start_at").toInstant(), ZoneOffset.UTC),
                    row.getLong("refused"),
                    row.getDouble("usual"));
        }

        boolean isStorm() {
            return refused > FEW && refused > FAR_MORE * usual;
        }
    }
}
