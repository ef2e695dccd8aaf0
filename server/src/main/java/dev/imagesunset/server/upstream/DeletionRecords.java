package dev.imagesunset.server.upstream;

import dev.imagesunset.server.database.WriteCheck;
import dev.imagesunset.server.request.Exchange;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

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
    private final TransactionTemplate transaction;
    private volatile boolean hasFailed;

    DeletionRecords(JdbcClient database, WriteCheck writes, PlatformTransactionManager transactions) {
        this.database = database;
        this.writes = writes;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Checks that a deletion can be recorded: otherwise the image should not be deleted. Once one could not, a record is
     * tried each time, and taken back, until one is kept again: a full disk may have room for everything else.
     */
    void check(UUID id, Exchange exchange) {
        writes.require();
        if (hasFailed) {
            transaction.executeWithoutResult(trial -> {
                trial.setRollbackOnly();
                insert(id, SeenImage.NOTHING, exchange);
            });
        }
    }

    /** Records that a request deleted an image, and returns whether it was the first to do so. */
    boolean add(UUID id, SeenImage image, Exchange exchange) {
        try {
            boolean isFirst = insert(id, image, exchange);
            hasFailed = false;
            return isFirst;
        } catch (DataAccessException | TransactionException e) {
            hasFailed = true;
            throw e;
        }
    }

    private boolean insert(UUID id, SeenImage image, Exchange exchange) {
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
