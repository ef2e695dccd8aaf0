package dev.imagesunset.server.image;

import dev.imagesunset.server.request.Caller;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What to list, how sorted, and from where on.
 *
 * @param equal the columns to filter by and the values that they must have
 * @param visibility which visibility to list, {@code all} for every one; null for what a list has by default
 * @param sortKey the column to sort by
 * @param isAscending the direction to sort in
 * @param limit how many to list at most
 */
public record ImageQuery(
        Map<String, Object> equal, @Nullable String visibility, String sortKey, boolean isAscending, int limit) {
    /** Columns that may be empty need something to be sorted by; indexes know these very words. */
    private static final Map<String, String> SORTABLE = Map.of(
            "name", "COALESCE(name, '')",
            "size", "COALESCE(size, -1)",
            "disk_format", "COALESCE(disk_format, '')",
            "container_format", "COALESCE(container_format, '')");

    String sortBy() {
        return SORTABLE.getOrDefault(sortKey, sortKey);
    }

    /**
     * The statement for one page. What a project owns and what everybody sees are looked for apart, each sorted and
     * limited, so that an index leads to the few rows of a page however many there are; what is both is found twice and
     * listed once. The limit is no parameter: a plan that PostgreSQL makes for every limit does not trust it to be small.
     */
    String sql(Caller caller, boolean afterMarker) {
        // One more than a page has: then there is a next one.
        String order = " ORDER BY %s %s, id %2$s LIMIT %d".formatted(sortBy(), isAscending ? "ASC" : "DESC", limit + 1);
        List<String> branches = new ArrayList<>();
        for (String scope : scopes(caller)) {
            branches.add("(SELECT " + ImageRecord.COLUMNS + " FROM images WHERE deleted_at IS NULL" + scope
                    + filters(afterMarker) + order + ")");
        }
        return "SELECT * FROM (" + String.join(" UNION ", branches) + ") AS page" + order;
    }

    Map<String, Object> parameters(Caller caller, @Nullable Object markerKey, @Nullable Object markerId) {
        Map<String, Object> parameters = new LinkedHashMap<>(equal);
        if (!caller.isAdmin() && caller.project() != null) {
            parameters.put("caller", Objects.requireNonNull(caller.project()));
        }
        if (visibility != null) {
            parameters.put("seen", visibility);
        }
        if (markerKey != null && markerId != null) {
            parameters.put("marker_key", markerKey);
            parameters.put("marker_id", markerId);
        }
        return parameters;
    }

    private List<String> scopes(Caller caller) {
        String one = visibility == null || visibility.equals("all") ? "" : visibility;
        boolean isOneVisibility = !one.isEmpty();
        if (caller.isAdmin()) {
            return List.of(isOneVisibility ? " AND visibility = :seen" : "");
        }
        boolean isOpen = isOneVisibility && Visibility.parse(one).isForEverybody();
        List<String> scopes = new ArrayList<>();
        if (isOpen) {
            scopes.add(" AND visibility = :seen");
        } else if (caller.project() != null) {
            scopes.add(" AND owner = :caller" + (isOneVisibility ? " AND visibility = :seen" : ""));
        }
        if (!isOneVisibility) {
            scopes.add(" AND visibility = 'public'");
        }
        if ("all".equals(visibility)) {
            scopes.add(" AND visibility = 'community'");
        }
        return scopes.isEmpty() ? List.of(" AND FALSE") : scopes;
    }

    /** In the words of the indexes: one has names by which all can be sorted, others have only the few that are something. */
    private static String filter(String column, Object value) {
        if (value instanceof Boolean) {
            return column + " = " + value;
        }
        String equals = column + " = :" + column;
        return column.equals("name") ? equals + " AND " + SORTABLE.get(column) + " = :name" : equals;
    }

    private String filters(boolean afterMarker) {
        StringBuilder filters = new StringBuilder();
        equal.forEach((column, value) -> filters.append(" AND ").append(filter(column, value)));
        if (afterMarker) {
            filters.append(" AND (%s, id) %s (:marker_key, :marker_id)".formatted(sortBy(), isAscending ? ">" : "<"));
        }
        return filters.toString();
    }
}
