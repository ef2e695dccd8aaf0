package dev.imagesunset.client.json;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object whose members are read by type; a missing one is null. Where a text is wanted and something else is
 * there, its JSON is the text, so that additions of a later service do not make an answer illegible.
 */
public final class JsonObject {
    private final Map<?, ?> members;

    /** An object with these members, whose names are texts. */
    public JsonObject(Map<?, ?> members) {
        this.members = members;
    }

    /** A member of any type. */
    public @Nullable Object value(String name) {
        return members.get(name);
    }

    /** A text. */
    public @Nullable String text(String name) {
        return text(members.get(name));
    }

    /**
     * What a text stands for.
     *
     * @throws JsonException if the text stands for no such value
     */
    public <T> @Nullable T text(String name, Function<String, T> reading) {
        String text = text(name);
        try {
            return text == null ? null : reading.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw wrong(name);
        }
    }

    /**
     * A boolean.
     *
     * @throws JsonException if it is not a boolean
     */
    public @Nullable Boolean bool(String name) {
        Object value = members.get(name);
        if (value == null || value instanceof Boolean) {
            return (Boolean) value;
        }
        throw wrong(name);
    }

    /**
     * An integer.
     *
     * @throws JsonException if it is not an integer, or too large for a long
     */
    public @Nullable Long longInteger(String name) {
        Object value = members.get(name);
        try {
            return value == null ? null : exactly(new BigDecimal(String.valueOf(value)));
        } catch (ArithmeticException | NumberFormatException e) {
            throw wrong(name);
        }
    }

    /**
     * An integer that fits into an int.
     *
     * @throws JsonException if it is not an integer, or too large for an int
     */
    public @Nullable Integer integer(String name) {
        Long value = longInteger(name);
        if (value != null && value.intValue() != value) {
            throw wrong(name);
        }
        return value == null ? null : (Integer) value.intValue();
    }

    /**
     * A list of texts.
     *
     * @throws JsonException if it is not a list
     */
    public @Nullable List<@Nullable String> texts(String name) {
        List<?> items = items(name);
        if (items == null) {
            return null;
        }
        List<@Nullable String> read = new ArrayList<>(items.size());
        items.forEach(item -> read.add(text(item)));
        return read;
    }

    /**
     * A list of objects.
     *
     * @throws JsonException if it is not a list of objects
     */
    public <T> @Nullable List<@Nullable T> objects(String name, Function<Map<?, ?>, T> reading) {
        List<?> items = items(name);
        if (items == null) {
            return null;
        }
        List<@Nullable T> read = new ArrayList<>(items.size());
        items.forEach(item -> read.add(object(name, item, reading)));
        return read;
    }

    /**
     * An object.
     *
     * @throws JsonException if it is not an object
     */
    public <T> @Nullable T object(String name, Function<Map<?, ?>, T> reading) {
        return object(name, members.get(name), reading);
    }

    /**
     * An object of integers.
     *
     * @throws JsonException if it is not an object of integers
     */
    public @Nullable Map<String, @Nullable Long> longIntegers(String name) {
        return object(name, JsonObject::longIntegers);
    }

    /** All members except the known ones, as texts. */
    public Map<String, @Nullable String> textsBut(Set<String> known) {
        Map<String, @Nullable String> texts = new LinkedHashMap<>();
        members.forEach((name, value) -> {
            if (name instanceof String unknown && !known.contains(unknown)) {
                texts.put(unknown, text(value));
            }
        });
        return Collections.unmodifiableMap(texts);
    }

    private static Map<String, @Nullable Long> longIntegers(Map<?, ?> members) {
        JsonObject object = new JsonObject(members);
        Map<String, @Nullable Long> integers = new LinkedHashMap<>();
        members.keySet().stream().map(String::valueOf).forEach(name -> integers.put(name, object.longInteger(name)));
        return integers;
    }

    private static <T> @Nullable T object(String name, @Nullable Object item, Function<Map<?, ?>, T> reading) {
        if (item == null) {
            return null;
        }
        if (item instanceof Map<?, ?> object) {
            return reading.apply(object);
        }
        throw wrong(name);
    }

    private @Nullable List<?> items(String name) {
        Object value = members.get(name);
        if (value == null || value instanceof List<?>) {
            return (List<?>) value;
        }
        throw wrong(name);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null || value instanceof String ? (String) value : Json.write(value);
    }

    /** Without ever writing out a number of a great exponent. */
    private static long exactly(BigDecimal number) {
        if (number.precision() - number.scale() > 19) {
            throw new ArithmeticException();
        }
        return number.longValueExact();
    }

    private static JsonException wrong(String name) {
        return new JsonException("Its value of " + name + " is not what it should be");
    }
}
