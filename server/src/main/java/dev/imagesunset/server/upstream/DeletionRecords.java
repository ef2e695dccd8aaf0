package dev.imagesunset.server.upstream;

import dev.imagesunset.server.database.WriteCheck;
import dev.imagesunset.server.request.Exchange;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The record, in this server's database, of who deleted what in the image service through this server. */
final class DeletionRecords {
    /** The records with the columns of tombstones. Restoring images is up to the image service. */
    static final String AS_TOMBSTONES = "(SELECT *, '[]'::jsonb AS restorations FROM upstream_deletions) AS deletions";

    private static final String ADD = """
            INSERT INTO upstream_deletions (id, name, owner, visibility, status_before_delete, created_at,
                deleted_at, deleted_by, deleted_by_request, deleted_through)
            VALUES (:id, :name, :owner, :visibility, :status, :created_at, CURRENT_TIMESTAMP, :user, :request, :version)
            ON CONFLICT (id) DO NOTHING
            """;

    private final JdbcClient database;
    private final WriteCheck writes;

    DeletionRecords(JdbcClient database, WriteCheck writes) {
        this.database = database;
        this.writes = writes;
    }

    /** Checks that the database takes writes: an image should not be deleted if that cannot be recorded. */
    void check() {
        writes.require();
    }

    /** Records that a request deleted an image, and returns whether it was the first to do so. */
    boolean add(UUID id, SeenImage image, Exchange exchange) {
        return database.sql(ADD)
                        .param("id", id)
                        .param("name", image.name())
                        .param("owner", image.owner())
                        .param("visibility", image.visibility())
                        .param("status", image.status())
                        .param("created_at", image.createdAt())
                        .param("user", exchange.caller().user())
                        .param("request", exchange.id().value())
                        .param("version", exchange.version().orElseThrow())
                        .update()
                == 1;
    }
}
