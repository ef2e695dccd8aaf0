package dev.imagesunset.server.image;

import dev.imagesunset.server.generated.Image;
import dev.imagesunset.server.generated.Tombstone;
import dev.imagesunset.server.problem.ProblemCode;
import dev.imagesunset.server.problem.Refusal;
import dev.imagesunset.server.request.Exchange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Deleted images. Only admins see them. They are never removed; those of the server's own catalogue can be restored
 * completely.
 */
public class Tombstones {
    private static final JsonMapper JSON = JsonMapper.shared();

    static final String SHOW = """
            SELECT id, name, owner, visibility, status_before_delete, created_at, deleted_at, deleted_by, deleted_by_request,
                deleted_through, restorations
            FROM %s WHERE deleted_at IS NOT NULL
            """;

    static final String OF_OWNER = " AND owner = :owner";
    static final String AFTER_MARKER = " AND (deleted_at, id) < (:marker_key, :marker)";
    static final String LATEST_FIRST = " ORDER BY deleted_at DESC, id DESC LIMIT :limit";

    private static final String RESTORE = """
            UPDATE images
            SET status = status_before_delete, status_before_delete = NULL, deleted_at = NULL, deleted_by = NULL,
                deleted_by_request = NULL, deleted_through = NULL, updated_at = CURRENT_TIMESTAMP,
                restorations = restorations || jsonb_build_object(
                    'restored_at', date_trunc('second', CURRENT_TIMESTAMP), 'restored_by', :user, 'restored_by_request', :request,
                    'deleted_at', date_trunc('second', deleted_at), 'deleted_by', deleted_by,
                    'deleted_by_request', deleted_by_request, 'deleted_through', deleted_through)
            WHERE id = :id AND deleted_at IS NOT NULL
            RETURNING\s""" + ImageRecord.COLUMNS;

    private final JdbcClient database;
    private final String source;

    /**
     * Reads the tombstones of a table.
     *
     * @param source the table, with the columns of {@code images} that make a tombstone
     */
    public Tombstones(JdbcClient database, String source) {
        this.database = database;
        this.source = source;
    }

    long count() {
        return database.sql("SELECT count(*) FROM " + source + " WHERE deleted_at IS NOT NULL")
                .query(Long.class)
                .single();
    }

    /**
     * A page of tombstones, the latest first, plus one more if there is a next page.
     *
     * @throws Refusal if there is no such marker
     */
    public List<Tombstone> list(
            @Nullable String owner,
            @Nullable OffsetDateTime since,
            @Nullable OffsetDateTime before,
            @Nullable UUID marker,
            int limit) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        StringBuilder sql = new StringBuilder(SHOW.formatted(source));
        add(sql, parameters, OF_OWNER, "owner", owner);
        add(sql, parameters, " AND deleted_at >= :since", "since", utc(since));
        add(sql, parameters, " AND deleted_at < :before", "before", utc(before));
        if (marker != null) {
            add(sql, parameters, AFTER_MARKER, "marker", marker);
            parameters.put("marker_key", position(marker));
        }
        parameters.put("limit", limit + 1);
        return database.sql(sql + LATEST_FIRST)
                .params(parameters)
                .query(Tombstones::read)
                .list();
    }

    /** PostgreSQL does not accept all offsets that RFC 3339 allows. */
    private static @Nullable OffsetDateTime utc(@Nullable OffsetDateTime time) {
        return time == null ? null : time.withOffsetSameInstant(ZoneOffset.UTC);
    }

    /**
     * Shows a tombstone.
     *
     * @throws Refusal if there is none
     */
    public Tombstone show(UUID id) {
        return database.sql(SHOW.formatted(source) + " AND id = :id")
                .param("id", id)
                .query(Tombstones::read)
                .optional()
                .orElseThrow(() -> new Refusal(ProblemCode.TOMBSTONE_NOT_FOUND));
    }

    /**
     * Restores an image to what it was before it was deleted, and records that on its row.
     *
     * @throws Refusal if there is no such tombstone
     */
    public Image restore(UUID id, Exchange exchange) {
        Image image = database.sql(RESTORE)
                .param("id", id)
                .param("user", exchange.caller().user())
                .param("request", exchange.id().value())
                .query(ImageRecord::read)
                .optional()
                .orElseThrow(() -> new Refusal(ProblemCode.TOMBSTONE_NOT_FOUND));
        AuditLog.restored(id, exchange.caller());
        return image;
    }

    private Object position(UUID marker) {
        return database.sql("SELECT deleted_at FROM " + source + " WHERE id = :id AND deleted_at IS NOT NULL")
                .param("id", marker)
                .query((row, number) -> row.getObject(1))
                .optional()
                .orElseThrow(() -> new Refusal(
                        ProblemCode.PARAMETER_INVALID,
                        "The parameter marker is not the id of a deleted image. Send the last id of the page before."));
    }

    private static void add(
            StringBuilder sql, Map<String, Object> parameters, String condition, String name, @Nullable Object value) {
        if (value != null) {
            sql.append(condition);
            parameters.put(name, value);
        }
    }

    private static Tombstone read(ResultSet row, int number) throws SQLException {
        return new Tombstone(
                        row.getObject("id", UUID.class),
                        ImageRecord.time(row, "deleted_at"),
                        row.getString("deleted_by"),
                        row.getString("deleted_by_request"),
                        row.getString("deleted_through"),
                        JSON
                                .readValue(
                                        row.getString("restorations"), new TypeReference<List<StoredRestoration>>() {})
                                .stream()
                                .map(StoredRestoration::told)
                                .toList())
                .name(row.getString("name"))
                .owner(row.getString("owner"))
                .visibility(row.getString("visibility"))
                .statusBeforeDelete(row.getString("status_before_delete"))
                .createdAt(row.getObject("created_at") == null ? null : ImageRecord.time(row, "created_at"));
    }
}
