package dev.imagesunset.server.image;

import dev.imagesunset.server.generated.Image.VisibilityEnum;
import dev.imagesunset.server.problem.ProblemCode;
import dev.imagesunset.server.problem.Refusal;
import dev.imagesunset.server.request.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What decides who may do what with an image: one set of rules for all API versions. Each refuses in the contract's
 * order, so that strangers learn nothing. In front of an image service, that service decides instead.
 *
 * @param owner the id of the project that owns it
 * @param visibility who else sees it
 * @param isProtected whether nobody may delete it
 * @param isDeleted whether it is a tombstone
 */
record ImageAccess(@Nullable String owner, VisibilityEnum visibility, boolean isProtected, boolean isDeleted) {
    static final String COLUMNS = "owner, visibility, protected, deleted_at";

    /**
     * The rule of {@link #requireDeletableBy} as an SQL condition; it names the caller's columns as {@link Deletion}
     * does.
     */
    static final String DELETABLE = "deleted_at IS NULL AND NOT protected AND (admin OR (member AND owner = project))";

    private static final Condition LIVING = new Condition("deleted_at IS NULL", Map.of());

    /**
     * The conditions for what a caller's list contains. An image is listed if it meets any of them; an index serves
     * each.
     *
     * @param visibility which visibility to list, {@code all} for every one; null for the default
     */
    static List<Condition> listed(Caller caller, @Nullable String visibility) {
        if (visibility != null && !visibility.equals("all")) {
            boolean isOpen = caller.isAdmin() || isForEverybody(VisibilityEnum.fromValue(visibility));
            Condition seen = Condition.of("visibility = :seen", "seen", visibility);
            return List.of((isOpen ? LIVING : owned(caller)).and(seen));
        }
        if (caller.isAdmin()) {
            return List.of(LIVING);
        }
        List<Condition> listed = new ArrayList<>(List.of(owned(caller), open("public")));
        if (visibility != null) {
            listed.add(open("community"));
        }
        return listed;
    }

    private static Condition owned(Caller caller) {
        String project = caller.project();
        return project == null || !caller.isReader()
                ? Condition.NEVER
                : LIVING.and(Condition.of("owner = :caller", "caller", project));
    }

    private static Condition open(String visibility) {
        return LIVING.and(new Condition("visibility = '" + visibility + "'", Map.of()));
    }

    static ImageAccess read(ResultSet row, int number) throws SQLException {
        return new ImageAccess(
                row.getString("owner"),
                VisibilityEnum.fromValue(row.getString("visibility")),
                row.getBoolean("protected"),
                row.getObject("deleted_at") != null);
    }

    /** Refuses with 404 an image that the caller may not even know of. */
    ImageAccess requireVisibleTo(Caller caller) {
        if (isDeleted || !isOpenTo(caller)) {
            throw new Refusal(ProblemCode.IMAGE_NOT_FOUND);
        }
        return this;
    }

    /** Refuses with 404 or 403 an image that the caller may not change. */
    ImageAccess requireChangeableBy(Caller caller) {
        return requireVisibleTo(caller).require(belongsTo(caller), ProblemCode.CHANGE_NOT_PERMITTED);
    }

    /** Refuses with 404 or 403 an image that the caller may not delete. */
    ImageAccess requireDeletableBy(Caller caller) {
        return requireVisibleTo(caller)
                .require(belongsTo(caller), ProblemCode.DELETE_NOT_PERMITTED)
                .require(!isProtected, ProblemCode.IMAGE_PROTECTED);
    }

    /** Whether the caller sees it, or saw it before it was deleted. */
    boolean isOpenTo(Caller caller) {
        return isForEverybody(visibility) || caller.isAdmin() || (caller.isOf(owner) && caller.isReader());
    }

    /** Whether more than its owner and admins see it: a shared image has members, and this server keeps none. */
    private static boolean isForEverybody(VisibilityEnum visibility) {
        return visibility == VisibilityEnum.COMMUNITY || visibility == VisibilityEnum.PUBLIC;
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
