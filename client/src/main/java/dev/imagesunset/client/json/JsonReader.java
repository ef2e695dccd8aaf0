package dev.imagesunset.client.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Reads one document, by the grammar of RFC 8259; of members of one name, the last counts. */
final class JsonReader {
    private static final String ESCAPES = "\"\\/bfnrt";
    private static final String ESCAPED = "\"\\/\b\f\n\r\t";

    private final String text;
    private int at;
    private int depth;

    JsonReader(String text) {
        this.text = text;
        at = text.startsWith("\uFEFF") ? 1 : 0;
    }

    @Nullable Object document() {
        Object value = value();
        if (at < text.length()) {
            throw wrong("the end");
        }
        return value;
    }

    /** A value and the space around it. */
    private @Nullable Object value() {
        skipSpace();
        Object value =
                switch (next()) {
                    case '{' -> nested(this::object);
                    case '[' -> nested(this::array);
                    case '"' -> string();
                    case 't' -> word("true", true);
                    case 'f' -> word("false", false);
                    case 'n' -> word("null", null);
                    default -> number();
                };
        skipSpace();
        return value;
    }

    private interface Structure {
        Object read();
    }

    private Object nested(Structure structure) {
        if (++depth > Json.DEEPEST) {
            throw new JsonException("It is nested deeper than " + Json.DEEPEST + " times");
        }
        at++;
        skipSpace();
        Object read = structure.read();
        depth--;
        return read;
    }

    private Object object() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        if (!takes('}')) {
            do {
                member(members);
            } while (takes(','));
            take('}');
        }
        return Collections.unmodifiableMap(members);
    }

    private void member(Map<String, @Nullable Object> members) {
        skipSpace();
        String name = string();
        skipSpace();
        take(':');
        members.put(name, value());
    }

    private Object array() {
        List<@Nullable Object> items = new ArrayList<>();
        if (!takes(']')) {
            do {
                items.add(value());
            } while (takes(','));
            take(']');
        }
        return Collections.unmodifiableList(items);
    }

    private String string() {
        take('"');
        StringBuilder string = new StringBuilder();
        while (next() != '"') {
            char character = text.charAt(at++);
            if (character < ' ') {
                throw wrong("no control character");
            }
            string.append(character == '\\' ? escaped() : character);
        }
        at++;
        return string.toString();
    }

    private char escaped() {
        char word = next();
        at++;
        if (word == 'u') {
            return (char) hexadecimal();
        }
        int known = ESCAPES.indexOf(word);
        if (known < 0) {
            throw wrong("an escape");
        }
        return ESCAPED.charAt(known);
    }

    private int hexadecimal() {
        int code = 0;
        for (int digit = 0; digit < 4; digit++) {
            char character = next();
            int value = character < 0x80 ? Character.digit(character, 16) : -1;
            if (value < 0) {
                throw wrong("a hexadecimal digit");
            }
            code = code << 4 | value;
            at++;
        }
        return code;
    }

    private Number number() {
        Matcher number = JsonNumber.in(text, at);
        if (!number.lookingAt()) {
            throw wrong("a value");
        }
        at = number.end();
        return JsonNumber.of(number);
    }

    private @Nullable Object word(String word, @Nullable Object meaning) {
        if (!text.startsWith(word, at)) {
            throw wrong("a value");
        }
        at += word.length();
        return meaning;
    }

    private void skipSpace() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char next() {
        if (at >= text.length()) {
            throw wrong("more");
        }
        return text.charAt(at);
    }

    private boolean takes(char wanted) {
        boolean isThere = next() == wanted;
        if (isThere) {
            at++;
        }
        return isThere;
    }

    private void take(char wanted) {
        if (!takes(wanted)) {
            throw wrong("'" + wanted + "'");
        }
    }

    private JsonException wrong(String wanted) {
        return new JsonException("At character " + at + " it should have " + wanted);
    }
}
