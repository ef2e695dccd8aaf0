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
 * One page of a list, and whether another follows.
 *
 * @param items what is on the page
 * @param hasNext whether there is more
 */
public record Page<T>(List<T> items, boolean hasNext) {
    private static final int MOST = 1000;

    /** How long a page is when somebody asks for so much. */
    public static int limit(int wanted) {
        return Math.min(wanted, MOST);
    }

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
    public static String link(HttpServletRequest request, @Nullable String marker) {
        String query = Stream.concat(
                        Stream.of(Objects.requireNonNullElse(request.getQueryString(), "")
                                        .split("&"))
                                .filter(parameter -> !parameter.isEmpty() && !isMarker(parameter)),
                        Stream.ofNullable(marker).map(id -> "marker=" + UriUtils.encode(id, UTF_8)))
                .collect(Collectors.joining("&"));
        // Without a proxy's prefix: OpenStack's clients put the path behind their endpoint, which has it.
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return path + (query.isEmpty() ? "" : "?" + query);
    }

    private static boolean isMarker(String parameter) {
        return UriUtils.decode(parameter.split("=", 2)[0], UTF_8).equals("marker");
    }
}
