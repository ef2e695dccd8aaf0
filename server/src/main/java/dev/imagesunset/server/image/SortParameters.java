package dev.imagesunset.server.image;

import dev.imagesunset.server.problem.Refusal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads an order of images in either of OpenStack's two notations. */
final class SortParameters {
    private static final String[] NONE = {};

    private SortParameters() {}

    static ImageOrder read(Map<String, String[]> query) {
        String[] keys = query.getOrDefault("sort_key", NONE);
        String[] directions = query.getOrDefault("sort_dir", NONE);
        String @Nullable [] sort = query.get("sort");
        if (sort == null) {
            return ImageOrder.by(terms(List.of(keys), List.of(directions)));
        }
        if (keys.length + directions.length > 0) {
            throw Refusal.ofParameter("sort", "goes with neither sort_key nor sort_dir. Send it alone");
        }
        return ImageOrder.by(
                Stream.of(sort[0].split(",", -1)).map(SortParameters::term).toList());
    }

    private static List<ImageOrder.Term> terms(List<String> keys, List<String> directions) {
        List<String> all = keys.isEmpty() ? List.of("created_at") : keys;
        if (directions.size() > 1 && directions.size() != all.size()) {
            throw Refusal.ofParameter(
                    "sort_dir", "is there more often or less often than sort_key. Send it once, or once for each key");
        }
        return IntStream.range(0, all.size())
                .mapToObj(i -> term("sort_key", all.get(i), direction(directions, i)))
                .toList();
    }

    private static String direction(List<String> directions, int i) {
        return directions.isEmpty() ? "desc" : directions.get(directions.size() == 1 ? 0 : i);
    }

    private static ImageOrder.Term term(String text) {
        String[] parts = text.strip().split(":", 2);
        return term("sort", parts[0].strip(), parts.length == 1 || parts[1].isEmpty() ? "desc" : parts[1].strip());
    }

    private static ImageOrder.Term term(String parameter, String key, String direction) {
        boolean isAscending = direction.equals("asc");
        if (!isAscending && !direction.equals("desc")) {
            throw Refusal.ofParameter(parameter, "has a direction that is not known. Send asc or desc, as in name:asc");
        }
        SortKey column = SortKey.of(key)
                .orElseThrow(() ->
                        Refusal.ofParameter(parameter, "has a key that is not known. Send one of " + SortKey.words()));
        return new ImageOrder.Term(column, isAscending);
    }
}
