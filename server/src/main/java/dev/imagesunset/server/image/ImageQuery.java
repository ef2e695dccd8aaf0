package dev.imagesunset.server.image;

import dev.imagesunset.server.request.Caller;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A query for a list of images: what to list, and in which order.
 *
 * @param filters the conditions that every listed image meets
 * @param visibility which visibility to list, {@code all} for every one; null for the default
 * @param order the order to list in
 * @param limit how many to list at most
 */
public record ImageQuery(List<Condition> filters, @Nullable String visibility, ImageOrder order, int limit) {
    /**
     * The statement for one page. The project's own images and those that everybody sees are searched for separately,
     * each sorted and limited, so that an index leads to the few rows of a page, however many images there are; an
     * image that is both is found twice and listed once. The limit is not a parameter: PostgreSQL's generic plan would
     * not assume that it is small.
     */
    String sql(Caller caller, boolean afterMarker) {
        // One row more than fits on a page, to see whether there is a next one.
        String sorted = " ORDER BY %s LIMIT %d".formatted(order.sql(), limit + 1);
        String filtered = filters.stream().map(filter -> " AND " + filter.sql()).collect(Collectors.joining());
        String where = filtered + (afterMarker ? " AND " + order.after() : "") + sorted;
        String branches = ImageAccess.listed(caller, visibility).stream()
                .map(seen -> "(SELECT " + ImageRecord.COLUMNS + " FROM images WHERE " + seen.sql() + where + ")")
                .collect(Collectors.joining(" UNION "));
        return "SELECT * FROM (" + branches + ") AS page" + sorted;
    }

    /** The statement's parameters, including the marker's position, which is empty without a marker. */
    Map<String, Object> parameters(Caller caller, Map<String, Object> position) {
        Map<String, Object> parameters = new LinkedHashMap<>(position);
        filters.forEach(filter -> parameters.putAll(filter.parameters()));
        ImageAccess.listed(caller, visibility).forEach(seen -> parameters.putAll(seen.parameters()));
        return parameters;
    }

    /** Whether a page may have to search all that the caller sees. */
    boolean isUnbounded() {
        return !order.isIndexed() || filters.size() > 1;
    }
}
