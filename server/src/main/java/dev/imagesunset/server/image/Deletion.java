package dev.imagesunset.server.image;

import dev.imagesunset.server.request.Caller;
import dev.imagesunset.server.request.Exchange;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request to delete an image.
 *
 * @param id the image's id
 * @param caller who asks
 * @param request the id of the request, which is unique
 * @param version the API version that it came through
 */
record Deletion(UUID id, Caller caller, String request, String version) {
    /**
     * Any number of deletions as a table, from one parameter. That is JSON, since PostgreSQL makes a new plan for each
     * length of an array, which costs as much as two deletes.
     */
    static final String TABLE =
            "jsonb_to_recordset(?::jsonb) AS deletion (id uuid, by text, admin boolean, member boolean, project text, request text, version text)";

    static Deletion of(UUID id, Exchange exchange) {
        return new Deletion(
                id, exchange.caller(), exchange.id().value(), exchange.version().orElseThrow());
    }

    /** Its row in that table. */
    Row row() {
        return new Row(id, caller.user(), caller.isAdmin(), caller.isMember(), caller.project(), request, version);
    }

    record Row(
            UUID id,
            String by,
            boolean admin,
            boolean member,
            @Nullable String project,
            String request,
            String version) {}
}
