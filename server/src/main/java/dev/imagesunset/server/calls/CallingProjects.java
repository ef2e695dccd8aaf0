package dev.imagesunset.server.calls;

import dev.imagesunset.server.request.Caller;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The projects that called the version that ends. What is new about them is in memory; the database has a row for each.
 */
@Repository
class CallingProjects {
    private static final int BATCH = 500;
    private static final String STORE = """
            INSERT INTO calling_projects AS known (project, name, domain, last_user, last_request, user_agents, first_at, last_at)
            VALUES (?, ?, ?, ?, ?, CAST(? AS jsonb), ?, ?)
            ON CONFLICT (project) DO UPDATE SET
                name = COALESCE(EXCLUDED.name, known.name),
                domain = COALESCE(EXCLUDED.domain, known.domain),
                last_user = COALESCE(EXCLUDED.last_user, known.last_user),
                last_request = EXCLUDED.last_request,
                user_agents = COALESCE(
                    (SELECT jsonb_agg(agent ORDER BY place) FROM (
                        SELECT agent, MIN(place) AS place
                        FROM jsonb_array_elements_text(EXCLUDED.user_agents || known.user_agents) WITH ORDINALITY AS all_of_them (agent, place)
                        GROUP BY agent ORDER BY place LIMIT %d) AS latest),
                    '[]'),
                first_at = LEAST(known.first_at, EXCLUDED.first_at),
                last_at = GREATEST(known.last_at, EXCLUDED.last_at)
            """.formatted(Sighting.MOST_USER_AGENTS);

    private final JdbcTemplate database;
    private final ConcurrentMap<String, Sighting> unstored = new ConcurrentHashMap<>();

    CallingProjects(JdbcTemplate database) {
        this.database = database;
    }

    void note(Sighting call) {
        unstored.merge(call.project(), call, Sighting::and);
    }

    /** Stores what was noted since the last time, always in the same order, so that servers do not deadlock. */
    void store() {
        List<Sighting> news = unstored.values().stream()
                .sorted(Comparator.comparing(Sighting::project))
                .toList();
        database.batchUpdate(STORE, news, BATCH, CallingProjects::fill);
        news.forEach(sighting -> unstored.remove(sighting.project(), sighting));
    }

    private static void fill(PreparedStatement statement, Sighting sighting) throws SQLException {
        statement.setString(1, sighting.project());
        statement.setString(2, sighting.name());
        statement.setString(3, sighting.domain());
        statement.setString(4, sighting.user());
        statement.setString(5, sighting.lastRequest());
        statement.setString(6, JsonMapper.shared().writeValueAsString(sighting.userAgents()));
        statement.setTimestamp(7, Timestamp.from(sighting.firstAt()));
        statement.setTimestamp(8, Timestamp.from(sighting.lastAt()));
    }

    /**
     * The projects whose ids follow a marker, and whose id, name or last user contains a text, ignoring case; ordered
     * by id.
     */
    List<Sighting> after(String marker, String search, int limit) {
        return database.query("""
                SELECT * FROM calling_projects
                WHERE project > ? AND position(lower(?) IN lower(concat_ws(chr(10), project, name, last_user))) > 0
                ORDER BY project LIMIT ?
                """, CallingProjects::read, marker, search, limit);
    }

    Optional<Sighting> find(String project) {
        return database
                .query("SELECT * FROM calling_projects WHERE project = ?", CallingProjects::read, project)
                .stream()
                .findFirst();
    }

    private static Sighting read(ResultSet row, int number) throws SQLException {
        return new Sighting(
                row.getString("project"),
                new Caller.Names(row.getString("last_user"), row.getString("name"), row.getString("domain")),
                row.getString("last_request"),
                JsonMapper.shared().readValue(row.getString("user_agents"), new TypeReference<List<String>>() {}),
                row.getTimestamp("first_at").toInstant(),
                row.getTimestamp("last_at").toInstant());
    }

    /** Removes those whose last call was before a time. */
    void forget(Instant before) {
        database.update("DELETE FROM calling_projects WHERE last_at < ?", Timestamp.from(before));
    }
}
