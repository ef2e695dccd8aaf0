package dev.imagesunset.server.contract;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The rules of a Schema Object for a value, as far as the contract uses them for values that callers send. They can be
 * put in words, because a refusal quotes them.
 */
public final class ValueRules {
    private final JsonNode schema;

    ValueRules(JsonNode schema) {
        this.schema = schema;
    }

    /** What a value should have been, like "a number from 0 to 1000"; empty if it is valid. */
    public Optional<String> complaint(JsonNode value) {
        return isGood(value) ? Optional.empty() : Optional.of(expected());
    }

    /**
     * What a value in a query should have been; there, everything is text, and the values of a list come one at a time.
     */
    public Optional<String> complaintInQuery(String value) {
        if (isList()) {
            return items().complaintInQuery(value);
        }
        return isGoodInQuery(value) ? Optional.empty() : Optional.of(expected());
    }

    /** Whether the value is a list. */
    public boolean isList() {
        return type().equals("array");
    }

    /** The rules for each value of a list. */
    public ValueRules items() {
        return new ValueRules(schema.path("items"));
    }

    /** Whether a text has from 1 to a given number of characters, none of them NUL or half of a surrogate pair. */
    public static boolean isName(String text, int most) {
        return !text.isEmpty() && isText(text) && text.codePointCount(0, text.length()) <= most;
    }

    /** Returns a number or boolean that came as text as what it stands for, and every other value unchanged. */
    public JsonNode read(JsonNode value) {
        if (!value.isString() || !isGoodInQuery(value.asString())) {
            return value;
        }
        return switch (type()) {
            case "boolean" -> JsonNodeFactory.instance.booleanNode(Boolean.parseBoolean(value.asString()));
            case "integer" -> JsonNodeFactory.instance.numberNode(Long.parseLong(value.asString()));
            default -> value;
        };
    }

    private boolean isGood(JsonNode value) {
        if (value.isNull()) {
            return schema.path("nullable").asBoolean(false);
        }
        return switch (type()) {
            case "boolean" -> value.isBoolean();
            case "integer" -> value.canConvertToInt() && value.isIntegralNumber() && isInRange(value.asLong());
            case "array" -> value.isArray() && value.valueStream().allMatch(items()::isGood);
            case "string" -> value.isString() && isGoodText(value.asString());
            default -> true;
        };
    }

    private boolean isGoodInQuery(String value) {
        return switch (type()) {
            case "boolean" -> value.matches("(?i)true|false");
            case "integer" -> value.matches("-?\\d{1,18}") && isInRange(Long.parseLong(value));
            default -> isGoodText(value);
        };
    }

    private boolean isInRange(long number) {
        return number >= schema.path("minimum").asLong(Long.MIN_VALUE)
                && number <= schema.path("maximum").asLong(Long.MAX_VALUE);
    }

    private boolean isGoodText(String text) {
        int length = text.codePointCount(0, text.length());
        return isText(text)
                && (words().isEmpty() || words().contains(text))
                && length >= schema.path("minLength").asInt(0)
                && length <= schema.path("maxLength").asInt(Integer.MAX_VALUE)
                && (!schema.has("pattern") || pattern().matcher(text).find())
                && (!schema.path("format").asString("").equals("date-time") || isTime(text));
    }

    /** The pattern in Java's words: in the contract's, which are JavaScript's, $ is not before a line break at the end. */
    private Pattern pattern() {
        return Pattern.compile(schema.get("pattern").asString().replace("$", "\\z"));
    }

    /** Whether a text can be stored: PostgreSQL has no NUL, and UTF-8 no half surrogate pairs. */
    private static boolean isText(String text) {
        return text.codePoints().noneMatch(point -> point == 0 || Character.getType(point) == Character.SURROGATE);
    }

    /** The only valid texts, if only some are; this server does not know any that are added later. */
    private List<String> words() {
        return Stream.of("enum", "x-extensible-enum")
                .flatMap(list -> schema.path(list).valueStream())
                .map(JsonNode::asString)
                .toList();
    }

    private static boolean isTime(String text) {
        try {
            int year = OffsetDateTime.parse(text)
                    .withOffsetSameInstant(ZoneOffset.UTC)
                    .getYear();
            return year > 0 && year < 10_000;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private String expected() {
        return switch (type()) {
            case "boolean" -> "true or false";
            case "integer" -> "a whole number" + range(" from ", "minimum") + range(" to ", "maximum");
            case "array" -> "a list, each in it " + items().expected();
            default -> expectedText();
        };
    }

    private String expectedText() {
        if (schema.has("x-in-words")) {
            return schema.get("x-in-words").asString();
        }
        if (!words().isEmpty()) {
            return "one of " + String.join(", ", words());
        }
        if (schema.has("format")) {
            return "a time like 2026-05-20T08:00:00Z";
        }
        String least = schema.path("minLength").asString("");
        return "a text without NUL and half surrogate pairs"
                + range(least.isEmpty() ? " of at most " : " of " + least + " to ", "maxLength")
                + (schema.has("maxLength") ? " characters" : "");
    }

    private String range(String words, String limit) {
        @Nullable JsonNode number = schema.get(limit);
        return number == null ? "" : words + number.asString();
    }

    private String type() {
        return schema.path("type").asString("");
    }
}
