package dev.imagesunset.server.image;

import dev.imagesunset.server.problem.ProblemCode;
import dev.imagesunset.server.problem.Refusal;
import dev.imagesunset.server.request.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What decides about an image: the one set of rules, whichever version of the API a caller uses. Each refuses in the
 * contract's order, so that strangers learn nothing.
 *
 * @param owner the id of the project that owns it
 * @param visibility who sees it besides
 * @param isProtected whether nobody may delete it
 * @param isDeleted whether it is a tombstone
 */
record ImageAccess(@Nullable String owner, Visibility visibility, boolean isProtected, boolean isDeleted) {
    static final String COLUMNS = "owner, visibility, protected, deleted_at";

    /** What {@link #requireDeletableBy} lets pass, as a condition of a statement to which the caller is {@link #bind bound}. */
    static final String DELETABLE =
            "deleted_at IS NULL AND NOT protected AND (:admin OR (:member AND owner = :project))";

    /** Tells a statement who is calling. */
    static JdbcClient.StatementSpec bind(Caller caller, JdbcClient.StatementSpec statement) {
        return statement
                .param("admin", caller.isAdmin())
                .param("member", caller.isMember())
                .param("project", caller.project());
    }

    static ImageAccess read(ResultSet row, int number) throws SQLException {
        return new ImageAccess(
                row.getString("owner"),
                Visibility.parse(row.getString("visibility")),
                row.getBoolean("protected"),
                row.getObject("deleted_at") != null);
    }

    /** Refuses with 404 what the caller may not even know of. */
    ImageAccess requireVisibleTo(Caller caller) {
        if (isDeleted || !isOpenTo(caller)) {
            throw new Refusal(ProblemCode.IMAGE_NOT_FOUND);
        }
        return this;
    }

    /** Refuses with 404 or 403 what the caller may not change. */
    ImageAccess requireChangeableBy(Caller caller) {
        return requireVisibleTo(caller).require(belongsTo(caller), ProblemCode.CHANGE_NOT_PERMITTED);
    }

    /** Refuses with 404 or 403 what the caller may not delete. */
    ImageAccess requireDeletableBy(Caller caller) {
        return requireVisibleTo(caller)
                .require(belongsTo(caller), ProblemCode.DELETE_NOT_PERMITTED)
                .require(!isProtected, ProblemCode.IMAGE_PROTECTED);
    }

    /** Whether the caller sees it, or saw it before it was deleted. */
    boolean isOpenTo(Caller caller) {
        return visibility.isForEverybody() || caller.isOf(owner) || caller.isAdmin();
    }

    private boolean belongsTo(Caller caller) {
        return caller.isAdmin() || (caller.isOf(owner) && caller.isMember());
    }

    private ImageAccess require(boolean condition, ProblemCode otherwise) {
        if (!condition) {
            throw new Refusal(otherwise);
        }
        return this;
    }
}
