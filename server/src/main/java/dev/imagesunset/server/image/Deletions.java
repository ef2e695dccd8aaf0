package dev.imagesunset.server.image;

import dev.imagesunset.server.problem.ProblemCode;
import dev.imagesunset.server.problem.Refusal;
import dev.imagesunset.server.request.Caller;
import dev.imagesunset.server.request.Exchange;
import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Deletes images, through whichever version of the API. */
@Repository
public class Deletions {
    /** Everything that a delete needs and does, in one statement: it happens wholly or not, and to one caller only. */
    private static final String DELETE = """
            UPDATE images
            SET status_before_delete = status, status = 'deleted', deleted_at = CURRENT_TIMESTAMP, updated_at = CURRENT_TIMESTAMP,
                deleted_by = :user, deleted_by_request = :request, deleted_through = :version
            WHERE id = :id AND\s""" + ImageAccess.DELETABLE;

    private static final String FIND = "SELECT " + ImageAccess.COLUMNS + " FROM images WHERE id = :id";

    private final JdbcClient database;

    Deletions(JdbcClient database) {
        this.database = database;
    }

    /**
     * Deletes an image softly: its row stays as a tombstone that tells who deleted it, when, by which request and
     * through which version of the API.
     *
     * @throws Refusal if the image is not found, or the caller may not delete it, or it is protected
     */
    public void delete(UUID id, Exchange exchange) {
        for (int tries = 0; tries < 3; tries++) {
            if (deleted(id, exchange)) {
                return;
            }
            // Nothing in the way means that somebody changed the image between the two statements: then once more.
            refuseIfInTheWay(id, exchange.caller());
        }
        throw new OptimisticLockingFailureException("Image " + id + " does not stand still");
    }

    private boolean deleted(UUID id, Exchange exchange) {
        int rows = ImageAccess.bind(exchange.caller(), database.sql(DELETE))
                .param("id", id)
                .param("user", exchange.caller().user())
                .param("request", exchange.id().value())
                .param("version", exchange.version().orElseThrow())
                .update();
        return rows == 1;
    }

    private void refuseIfInTheWay(UUID id, Caller caller) {
        database.sql(FIND)
                .param("id", id)
                .query(ImageAccess::read)
                .optional()
                .orElseThrow(() -> new Refusal(ProblemCode.IMAGE_NOT_FOUND))
                .requireDeletableBy(caller);
    }
}
