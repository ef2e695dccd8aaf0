package dev.imagesunset.client.json;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes values that {@link Json#copy} has made. */
final class JsonWriter {
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final StringBuilder text = new StringBuilder();

    private JsonWriter() {}

    static String write(@Nullable Object value) {
        JsonWriter writer = new JsonWriter();
        writer.value(value);
        return writer.text.toString();
    }

    private void value(@Nullable Object value) {
        if (value instanceof Map<?, ?> object) {
            all('{', object.entrySet().stream(), '}');
        } else if (value instanceof List<?> array) {
            all('[', array.stream(), ']');
        } else if (value instanceof String string) {
            string(string);
        } else {
            text.append(value);
        }
    }

    private void all(char start, Stream<?> items, char end) {
        text.append(start);
        for (Iterator<?> rest = items.iterator(); rest.hasNext(); ) {
            item(rest.next());
            if (rest.hasNext()) {
                text.append(',');
            }
        }
        text.append(end);
    }

    private void item(@Nullable Object item) {
        if (item instanceof Map.Entry<?, ?> member) {
            string(String.valueOf(member.getKey()));
            text.append(':');
            value(member.getValue());
        } else {
            value(item);
        }
    }

    private void string(String string) {
        text.append('"');
        string.chars().forEach(character -> character((char) character));
        text.append('"');
    }

    private void character(char character) {
        if (character == '"' || character == '\\') {
            text.append('\\').append(character);
        } else if (character < ' ' || Character.isSurrogate(character)) {
            // Half of a pair, alone, would not survive UTF-8.
            text.append("\\u");
            for (int shift = 12; shift >= 0; shift -= 4) {
                text.append(HEX[character >> shift & 0xf]);
            }
        } else {
            text.append(character);
        }
    }
}
