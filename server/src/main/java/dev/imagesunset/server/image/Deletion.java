package dev.imagesunset.server.image;

import dev.imagesunset.server.request.Caller;
import dev.imagesunset.server.request.Exchange;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one request wants deleted.
 *
 * @param id the image's
 * @param caller who asks
 * @param request the id of the request, which no other has
 * @param version the version of the API that it came through
 */
record Deletion(UUID id, Caller caller, String request, String version) {
    /**
     * Any number of them as a table, made of one parameter. It is JSON, since PostgreSQL plans anew for each length of an
     * array, which costs as much as two deletes.
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
