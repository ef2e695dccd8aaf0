package dev.imagesunset.server.image;

import dev.imagesunset.server.request.Caller;
import dev.imagesunset.server.request.Exchange;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
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
    /** The columns, in the order in which {@link #bind} sets them as arrays. */
    static final String COLUMNS = "id, by, is_admin, is_member, project, request, version";

    static Deletion of(UUID id, Exchange exchange) {
        return new Deletion(
                id, exchange.caller(), exchange.id().value(), exchange.version().orElseThrow());
    }

    /** Sets a statement's seven parameters, each an array with one element for each deletion. */
    static void bind(List<Deletion> deletions, PreparedStatement statement) throws SQLException {
        array(1, "uuid", Deletion::id, deletions, statement);
        array(2, "text", deletion -> deletion.caller.user(), deletions, statement);
        array(3, "boolean", deletion -> deletion.caller.isAdmin(), deletions, statement);
        array(4, "boolean", deletion -> deletion.caller.isMember(), deletions, statement);
        array(5, "text", deletion -> deletion.caller.project(), deletions, statement);
        array(6, "text", Deletion::request, deletions, statement);
        array(7, "text", Deletion::version, deletions, statement);
    }

    private static void array(
            int parameter,
            String type,
            Function<Deletion, @Nullable Object> value,
            List<Deletion> deletions,
            PreparedStatement statement)
            throws SQLException {
        Object[] values = deletions.stream().map(value).toArray();
        statement.setArray(parameter, statement.getConnection().createArrayOf(type, values));
    }
}
