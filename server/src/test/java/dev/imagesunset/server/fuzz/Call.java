package dev.imagesunset.server.fuzz;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call and its answer.
 *
 * @param name which it gives to the image, if it does
 * @param start when it was sent, in nanoseconds
 * @param end when its answer was there
 * @param shown the name in the answer
 */
record Call(
        Action action,
        String name,
        long start,
        long end,
        int status,
        @Nullable String shown) {
    enum Action {
        CREATE,
        SHOW,
        RENAME,
        DELETE,
        DELETE_V11,
        RESTORE
    }

    /** The next state, if this status belongs to it. */
    Optional<Life> leads(int expected, Life next) {
        return status == expected ? Optional.of(next) : Optional.empty();
    }

    boolean saw(@Nullable String expected) {
        return Objects.equals(shown, expected);
    }
}
