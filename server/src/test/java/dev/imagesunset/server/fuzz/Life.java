package dev.imagesunset.server.fuzz;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an image is when calls come one after the other.
 *
 * @param name its name, kept while it is deleted; null before it was created
 */
record Life(boolean isThere, @Nullable String name) {
    static final Life BEFORE = new Life(false, null);

    /** What it is after a call, or nothing if that call cannot have had its answer here. */
    Optional<Life> after(Call call) {
        return switch (call.action()) {
            case CREATE -> name == null ? call.leads(201, new Life(true, call.name())) : call.leads(409, this);
            case SHOW -> isThere ? call.leads(200, this).filter(same -> call.saw(name)) : call.leads(404, this);
            case RENAME -> isThere ? call.leads(200, new Life(true, call.name())) : call.leads(404, this);
            case DELETE, DELETE_V11 -> isThere ? call.leads(204, new Life(false, name)) : call.leads(404, this);
            case RESTORE -> !isThere && name != null ? call.leads(200, new Life(true, name)) : call.leads(404, this);
        };
    }
}
