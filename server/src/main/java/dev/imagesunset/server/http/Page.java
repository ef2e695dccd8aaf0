package dev.imagesunset.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * A page of a list.
 *
 * @param items the items on the page
 * @param hasNext whether another page follows
 */
public record Page<T>(List<T> items, boolean hasNext) {
    private static final int MOST = 1000;

    /** The length of a page when a caller asks for this length. */
    public static int limit(int wanted) {
        return Math.min(wanted, MOST);
    }

    /** A page from what a search for one item more than fits on a page has found. */
    public static <T> Page<T> of(List<T> found, int limit) {
        return new Page<>(found.subList(0, Math.min(limit, found.size())), found.size() > limit && limit > 0);
    }

    /** The path of the next page, with this page's filters; null if there is none. */
    public @Nullable String next(HttpServletRequest request, Function<T, String> id) {
        return hasNext ? link(request, id.apply(items.get(items.size() - 1))) : null;
    }

    /** The path of the page after a marker, or of the first page without one. */
    public static String link(HttpServletRequest request, @Nullable String marker) {
        String query = Stream.concat(
                        Stream.of(Objects.requireNonNullElse(request.getQueryString(), "")
                                        .split("&"))
                                .filter(parameter -> !parameter.isEmpty() && !isMarker(parameter)),
                        Stream.ofNullable(marker).map(id -> "marker=" + UriUtils.encode(id, UTF_8)))
                .collect(Collectors.joining("&"));
        // Without a proxy's prefix: OpenStack's clients append the path to their endpoint, which includes it.
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return path + (query.isEmpty() ? "" : "?" + query);
    }

    private static boolean isMarker(String parameter) {
        return UriUtils.decode(parameter.split("=", 2)[0], UTF_8).equals("marker");
    }
}
