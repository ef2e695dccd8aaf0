package dev.imagesunset.server.image.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * One page of a list, and whether another follows.
 *
 * @param items what is on the page
 * @param hasNext whether there is more
 */
public record Page<T>(List<T> items, boolean hasNext) {
    /** A page of what was found when one item more was looked for than a page has. */
    public static <T> Page<T> of(List<T> found, int limit) {
        return found.size() > limit && limit > 0
                ? new Page<>(found.subList(0, limit), true)
                : new Page<>(found.subList(0, Math.min(limit, found.size())), false);
    }

    /** The path of the next page, with the filters of this one. */
    public @Nullable String next(HttpServletRequest request, Function<T, String> id) {
        return hasNext ? link(request, id.apply(items.get(items.size() - 1))) : null;
    }

    /** The path of the page after a marker, or of the first page without one. */
    static String link(HttpServletRequest request, @Nullable String marker) {
        UriComponentsBuilder link = UriComponentsBuilder.fromPath(request.getRequestURI())
                .query(request.getQueryString())
                .replaceQueryParam("marker");
        return (marker == null ? link : link.queryParam("marker", UriUtils.encode(marker, StandardCharsets.UTF_8)))
                .build(true)
                .toUriString();
    }
}
