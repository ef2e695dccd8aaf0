package dev.imagesunset.server.sunset;

import dev.imagesunset.server.generated.Decision;
import dev.imagesunset.server.generated.Decision.KindEnum;
import dev.imagesunset.server.request.Exchange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The log of operators' decisions about the end and of what calling projects say. It is never edited: the newest entry
 * counts.
 */
@Repository
public class Decisions {
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String ADD = """
            INSERT INTO decisions (kind, at, by_user, request, reason, start_at, end_at, projects, percent)
            VALUES (:kind, :at, :user, :request, :reason, :start, :end, CAST(:projects AS jsonb), :percent)
            RETURNING *
            """;

    private static final String LIST = """
            SELECT * FROM decisions
            WHERE id < :marker AND (CAST(:projects AS jsonb) IS NULL OR projects @> CAST(:projects AS jsonb))
            ORDER BY id DESC LIMIT :limit
            """;

    private static final String IN_FORCE = """
            SELECT * FROM decisions WHERE kind NOT IN ('moved', 'need', 'rehearsal')
            UNION ALL
            SELECT decisions.* FROM (SELECT DISTINCT decision FROM last_said) AS last_said JOIN decisions ON id = decision
            ORDER BY id
            """;

    private static final String SAID = """
            SELECT count(*) FROM decisions
            WHERE kind IN ('moved', 'need', 'rehearsal') AND projects = CAST(:project AS jsonb) AND at > :since
            """;

    private final JdbcClient database;
    private final TransactionTemplate transaction;

    Decisions(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Checks and adds an entry while no other server and no other request adds one. */
    Decision alone(Supplier<Decision> entry) {
        return Objects.requireNonNull(transaction.execute(status -> {
            // Until the transaction ends; a lock of the table would have to wait for a vacuum.
            database.sql("SELECT pg_advisory_xact_lock('decisions'::regclass::bigint)")
                    .query((row, number) -> true)
                    .single();
            return entry.get();
        }));
    }

    /** The id of the newest entry, or 0: they are committed in the order of their ids, since each is added alone. */
    long newest() {
        return database.sql("SELECT COALESCE(MAX(id), 0) FROM decisions")
                .query(Long.class)
                .single();
    }

    /** The entries that still count, the oldest first: of what a project said, the last word and the last rehearsal. */
    List<Decision> inForce() {
        return database.sql(IN_FORCE).query(Decisions::read).list();
    }

    /** How often a project has said something since a time. */
    long said(List<String> project, Instant since) {
        return database.sql(SAID)
                .param("project", JSON.writeValueAsString(project))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** A page of entries for one project or all, the latest first, plus one more if there is a next page. */
    public List<Decision> list(@Nullable String project, @Nullable Long marker, int limit) {
        return database.sql(LIST)
                .param("marker", marker == null ? Long.MAX_VALUE : marker)
                .param("projects", project == null ? null : JSON.writeValueAsString(List.of(project)))
                .param("limit", limit + 1)
                .query(Decisions::read)
                .list();
    }

    Decision add(Decision decided, Exchange exchange) {
        return database.sql(ADD)
                .param("kind", decided.getKind().getValue())
                .param("at", utc(decided.getAt()))
                .param("user", exchange.caller().user())
                .param("request", exchange.id().value())
                .param("reason", decided.getReason())
                .param("start", utc(decided.getStart()))
                .param("end", utc(decided.getEnd()))
                .param("projects", JSON.writeValueAsString(decided.getProjects()))
                .param("percent", decided.getPercent())
                .query(Decisions::read)
                .single();
    }

    private static Decision read(ResultSet row, int number) throws SQLException {
        return new Decision(
                        row.getLong("id"),
                        KindEnum.fromValue(row.getString("kind")),
                        Objects.requireNonNull(time(row, "at")),
                        row.getString("by_user"),
                        row.getString("request"),
                        row.getString("reason"),
                        JSON.readValue(row.getString("projects"), new TypeReference<List<String>>() {}))
                .start(time(row, "start_at"))
                .end(time(row, "end_at"))
                .percent(row.getObject("percent", Integer.class));
    }

    private static @Nullable OffsetDateTime time(ResultSet row, String column) throws SQLException {
        return utc(row.getObject(column, OffsetDateTime.class));
    }

    /** A time in UTC, as it is shown; PostgreSQL does not accept all offsets that RFC 3339 allows. */
    private static @Nullable OffsetDateTime utc(@Nullable OffsetDateTime time) {
        return time == null ? null : time.withOffsetSameInstant(ZoneOffset.UTC);
    }
}
