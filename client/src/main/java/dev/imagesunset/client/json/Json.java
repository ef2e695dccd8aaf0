package dev.imagesunset.client.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes JSON (RFC 8259) as Java values: unmodifiable maps in their order, unmodifiable lists, texts, numbers
 * (a long, or else a {@link BigDecimal}), booleans and null.
 */
public final class Json {
    /** How deep a document may be nested. */
    static final int DEEPEST = 500;

    private Json() {}

    /**
     * Reads a document.
     *
     * @throws JsonException if it is not JSON, is nested more than 500 levels deep, or has a number of over 1000
     *     characters
     */
    public static @Nullable Object read(String text) {
        return new JsonReader(text).document();
    }

    /**
     * Reads a document that is an object.
     *
     * @throws JsonException if it is not an object, or not a document that {@link #read} accepts
     */
    public static Map<?, ?> readObject(String text) {
        if (read(text) instanceof Map<?, ?> object) {
            return object;
        }
        throw new JsonException("It is no JSON object");
    }

    /**
     * Writes a value as a document.
     *
     * @throws IllegalArgumentException if it cannot be written as JSON
     */
    public static String write(@Nullable Object value) {
        return JsonWriter.write(copy(value));
    }

    /**
     * An unmodifiable copy of a value as JSON has it; enum constants become texts.
     *
     * @throws IllegalArgumentException if it cannot be written as JSON
     */
    public static @Nullable Object copy(@Nullable Object value) {
        return copy(value, 0);
    }

    /** An unmodifiable copy of a list, as it is; of no list, none. */
    public static <T extends @Nullable Object> @Nullable List<T> keep(@Nullable List<T> list) {
        return list == null ? null : Collections.unmodifiableList(new ArrayList<>(list));
    }

    /** An unmodifiable copy of a map, as it is; of no map, none. */
    public static <T extends @Nullable Object> @Nullable Map<String, T> keep(@Nullable Map<String, T> map) {
        return map == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    private static @Nullable Object copy(@Nullable Object value, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("It is nested too deep to be written as JSON");
        }
        if (value instanceof Map<?, ?> map) {
            return copyOf(map, depth);
        }
        if (value instanceof Collection<?> all) {
            List<@Nullable Object> copies = new ArrayList<>(all.size());
            all.forEach(item -> copies.add(copy(item, depth + 1)));
            return Collections.unmodifiableList(copies);
        }
        return value instanceof Number number ? copyOf(number) : text(value);
    }

    private static Object copyOf(Map<?, ?> map, int depth) {
        Map<String, @Nullable Object> copies = new LinkedHashMap<>();
        map.forEach((name, value) -> {
            if (!(name instanceof String text)) {
                throw new IllegalArgumentException("In JSON every name is a text, and not " + name);
            }
            copies.put(text, copy(value, depth + 1));
        });
        return Collections.unmodifiableMap(copies);
    }

    private static Number copyOf(Number number) {
        if (number instanceof Long || number instanceof BigDecimal) {
            return number;
        }
        if (number instanceof Integer || number instanceof Short || number instanceof Byte) {
            return number.longValue();
        }
        if (number instanceof BigInteger || number instanceof Double || number instanceof Float) {
            return new BigDecimal(number.toString());
        }
        throw new IllegalArgumentException("JSON has no " + number.getClass().getName());
    }

    private static @Nullable Object text(@Nullable Object value) {
        if (value == null || value instanceof Boolean || value instanceof String) {
            return value;
        }
        if (value instanceof CharSequence || value instanceof Enum<?> || value instanceof UUID) {
            return value.toString();
        }
        throw new IllegalArgumentException("JSON has no " + value.getClass().getName());
    }
}
