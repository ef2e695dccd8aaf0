package dev.imagesunset.server.image;

import dev.imagesunset.server.access.Caller;
import dev.imagesunset.server.problem.ProblemCode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What decides about an image.
 *
 * @param owner the id of the project that owns it
 * @param visibility who sees it besides
 * @param isProtected whether nobody may delete it
 * @param isDeleted whether it is a tombstone
 */
record Image(@Nullable String owner, Visibility visibility, boolean isProtected, boolean isDeleted) {
    boolean isVisibleTo(Caller caller) {
        return !isDeleted && (visibility.isForEverybody() || caller.isOf(owner) || caller.isAdmin());
    }

    boolean mayBeDeletedBy(Caller caller) {
        return caller.isAdmin() || (caller.isOf(owner) && caller.isMember());
    }

    /** The reason to refuse a delete, in the contract's order, so that strangers learn nothing; empty if there is none. */
    Optional<ProblemCode> refusalToDelete(Caller caller) {
        if (!isVisibleTo(caller)) {
            return Optional.of(ProblemCode.IMAGE_NOT_FOUND);
        }
        if (!mayBeDeletedBy(caller)) {
            return Optional.of(ProblemCode.DELETE_NOT_PERMITTED);
        }
        return isProtected ? Optional.of(ProblemCode.IMAGE_PROTECTED) : Optional.empty();
    }
}
