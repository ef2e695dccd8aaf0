package dev.imagesunset.server.image;

import dev.imagesunset.server.database.GroupCommit;
import dev.imagesunset.server.problem.ProblemCode;
import dev.imagesunset.server.problem.Refusal;
import dev.imagesunset.server.request.Exchange;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Deletes images, whichever API version is called. */
@Repository
public class Deletions implements ImageBackend {
    /**
     * Checks and performs deletes in one statement: each happens completely or not at all, and for only one caller. An
     * image that another transaction has locked is skipped, or waited for. Each is found by its id: a plain join would
     * read all images if there are some thousands.
     */
    private static final String DELETE = """
            UPDATE images
            SET status_before_delete = status, status = 'deleted', deleted_at = CURRENT_TIMESTAMP, updated_at = CURRENT_TIMESTAMP,
                deleted_by = deletion.by, deleted_by_request = deletion.request, deleted_through = deletion.version
            FROM %s
            CROSS JOIN LATERAL (SELECT images.id FROM images WHERE images.id = deletion.id AND %s FOR UPDATE %s) AS free
            WHERE images.id = free.id
            RETURNING images.deleted_by_request
            """;

    static final String DELETE_FREE = DELETE.formatted(Deletion.TABLE, ImageAccess.DELETABLE, "SKIP LOCKED");
    private static final String DELETE_ONE = DELETE.formatted(Deletion.TABLE, ImageAccess.DELETABLE, "");
    private static final String FIND = "SELECT " + ImageAccess.COLUMNS + " FROM images WHERE id = :id";

    private final JdbcTemplate statements;
    private final JdbcClient database;
    private final JsonMapper json;
    private final GroupCommit<Deletion> groups = new GroupCommit<>(deletions -> delete(DELETE_FREE, deletions));

    Deletions(JdbcTemplate statements, JdbcClient database, JsonMapper json) {
        this.statements = statements;
        this.database = database;
        this.json = json;
    }

    /**
     * Deletes an image softly: its row stays as a tombstone that records who deleted it, when, by which request and
     * through which API version.
     *
     * @throws Refusal if the image is not found, or the caller may not delete it, or it is protected
     */
    @Override
    public void delete(UUID id, Exchange exchange) {
        delete(Deletion.of(id, exchange));
    }

    void delete(Deletion deletion) {
        if (isDeletedWithOthers(deletion)) {
            return;
        }
        for (int tries = 0; tries < 3; tries++) {
            // If nothing is in the way, another transaction has the image locked, or changed it between two statements.
            refuseIfInTheWay(deletion);
            if (!delete(DELETE_ONE, List.of(deletion)).isEmpty()) {
                return;
            }
        }
        throw new OptimisticLockingFailureException("Image " + deletion.id() + " does not stand still");
    }

    private boolean isDeletedWithOthers(Deletion deletion) {
        try {
            return groups.submit(deletion);
        } catch (DataIntegrityViolationException e) {
            // A fault in one deletion must not fail the others: each is tried again alone.
            return false;
        }
    }

    private void refuseIfInTheWay(Deletion deletion) {
        database.sql(FIND)
                .param("id", deletion.id())
                .query(ImageAccess::read)
                .optional()
                .orElseThrow(() -> new Refusal(ProblemCode.IMAGE_NOT_FOUND))
                .requireDeletableBy(deletion.caller());
    }

    private Set<Deletion> delete(String sql, List<Deletion> deletions) {
        String rows =
                json.writeValueAsString(deletions.stream().map(Deletion::row).toList());
        Set<String> done = new HashSet<>(statements.queryForList(sql, String.class, rows));
        return deletions.stream()
                .filter(deletion -> done.contains(deletion.request()))
                .collect(Collectors.toSet());
    }
}
