package dev.imagesunset.server.image;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An order of images in which no two are equal, so that a page can start after any image.
 *
 * @param terms what to sort by, the most significant first; the last is the id
 */
record ImageOrder(List<Term> terms) {
    /** A key and the direction to sort by it. */
    record Term(SortKey key, boolean isAscending) {
        private String order() {
            return key.sql() + (isAscending ? " ASC" : " DESC");
        }

        private String beyond() {
            return isAscending ? " > " : " < ";
        }
    }

    /** The order by some terms. Of a repeated key, only the first counts, and nothing after the id does. */
    static ImageOrder by(List<Term> wanted) {
        Map<SortKey, Term> terms = new LinkedHashMap<>();
        for (Term term : wanted) {
            terms.putIfAbsent(term.key(), term);
            if (term.key() == SortKey.ID) {
                break;
            }
        }
        List<Term> all = new ArrayList<>(terms.values());
        Term last = all.get(all.size() - 1);
        if (last.key() != SortKey.ID) {
            all.add(new Term(SortKey.ID, last.isAscending()));
        }
        return new ImageOrder(List.copyOf(all));
    }

    /** Whether an index has this order, except among images that are equal in its first key. */
    boolean isIndexed() {
        SortKey first = terms.get(0).key();
        return first == SortKey.CREATED_AT || first == SortKey.NAME;
    }

    String sql() {
        return joined(Term::order);
    }

    /** The columns that make up an image's position. */
    String position() {
        return IntStream.range(0, terms.size())
                .mapToObj(i -> terms.get(i).key().sql() + " AS " + parameter(i))
                .collect(Collectors.joining(", "));
    }

    /** The names of those columns. */
    List<String> parameters() {
        return IntStream.range(0, terms.size()).mapToObj(ImageOrder::parameter).toList();
    }

    /**
     * The condition that an image comes after a position. If all terms have one direction, it compares rows, which an
     * index serves; otherwise an index can find the place only by the first key.
     */
    String after() {
        if (terms.stream().map(Term::isAscending).distinct().count() == 1) {
            String keys = joined(term -> term.key().sql());
            String values = ":" + String.join(", :", parameters());
            return "(" + keys + ")" + terms.get(0).beyond() + "(" + values + ")";
        }
        Term first = terms.get(0);
        return first.key().sql() + first.beyond().replace("> ", ">= ").replace("< ", "<= ") + ":" + parameter(0)
                + " AND " + after(0);
    }

    private String after(int i) {
        String key = terms.get(i).key().sql();
        String beyond = key + terms.get(i).beyond() + ":" + parameter(i);
        return i == terms.size() - 1
                ? beyond
                : "(" + beyond + " OR (" + key + " = :" + parameter(i) + " AND " + after(i + 1) + "))";
    }

    private String joined(Function<Term, String> words) {
        return terms.stream().map(words).collect(Collectors.joining(", "));
    }

    private static String parameter(int i) {
        return "marker_key_" + i;
    }
}
