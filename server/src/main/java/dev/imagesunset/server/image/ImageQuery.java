package dev.imagesunset.server.image;

import dev.imagesunset.server.request.Caller;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What to list, how sorted, and from where on.
 *
 * @param filters what holds for all that is listed
 * @param visibility which visibility to list, {@code all} for every one; null for what a list has by default
 * @param order the order to list in
 * @param limit how many to list at most
 */
public record ImageQuery(List<Condition> filters, @Nullable String visibility, ImageOrder order, int limit) {
    /**
     * The statement for one page. What a project owns and what everybody sees are looked for apart, each sorted and
     * limited, so that an index leads to the few rows of a page however many there are; what is both is found twice and
     * listed once. The limit is no parameter: a plan that PostgreSQL makes for every limit does not trust it to be small.
     */
    String sql(Caller caller, boolean afterMarker) {
        // One more than a page has: then there is a next one.
        String sorted = " ORDER BY %s LIMIT %d".formatted(order.sql(), limit + 1);
        String filtered = filters.stream().map(filter -> " AND " + filter.sql()).collect(Collectors.joining());
        String where = filtered + (afterMarker ? " AND " + order.after() : "") + sorted;
        String branches = ImageAccess.listed(caller, visibility).stream()
                .map(seen -> "(SELECT " + ImageRecord.COLUMNS + " FROM images WHERE " + seen.sql() + where + ")")
                .collect(Collectors.joining(" UNION "));
        return "SELECT * FROM (" + branches + ") AS page" + sorted;
    }

    /** Values for the statement, with the position of the marker; empty without one. */
    Map<String, Object> parameters(Caller caller, Map<String, Object> position) {
        Map<String, Object> parameters = new LinkedHashMap<>(position);
        filters.forEach(filter -> parameters.putAll(filter.parameters()));
        ImageAccess.listed(caller, visibility).forEach(seen -> parameters.putAll(seen.parameters()));
        return parameters;
    }

    /** Whether all that the caller sees may have to be looked through for a page. */
    boolean isUnbounded() {
        return !order.isIndexed() || filters.size() > 1;
    }
}
