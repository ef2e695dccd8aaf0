package dev.imagesunset.recipes;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Why the paths of one Java file were not moved, found again by the lines that they stand in. */
final class Objections {
    private static final String COMMENT = "It is in a comment.";

    private final Map<String, Deque<String>> byText = new HashMap<>();

    /** Remembers why a literal was left alone, as it is written in the source, in the order of the source. */
    void add(String literal, String why) {
        literal.lines().filter(line -> PathMover.PATH.matcher(line).find()).forEach(line -> byText.computeIfAbsent(
                        line.strip(), text -> new ArrayDeque<>())
                .add(why));
    }

    /** The objection to the first literal of a line that was not asked for yet. */
    String to(String line) {
        return byText.entrySet().stream()
                .filter(entry ->
                        line.contains(entry.getKey()) && !entry.getValue().isEmpty())
                .findFirst()
                .map(entry -> entry.getValue().remove())
                .orElse(COMMENT);
    }
}
