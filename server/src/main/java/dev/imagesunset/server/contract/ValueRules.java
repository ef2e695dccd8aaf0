package dev.imagesunset.server.contract;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What a value has to be by a Schema Object of the contract, as far as the contract uses them for values that callers
 * send. In words for people, because a refusal quotes them.
 */
public final class ValueRules {
    private final JsonNode schema;

    ValueRules(JsonNode schema) {
        this.schema = schema;
    }

    /** What a value should have been, like "a number from 0 to 1000"; nothing if it is good. */
    public Optional<String> complaint(JsonNode value) {
        return isGood(value) ? Optional.empty() : Optional.of(expected());
    }

    /** The same for a value that stands in a query, where everything is text, and a list is there a value at a time. */
    public Optional<String> complaintInQuery(String value) {
        if (isList()) {
            return new ValueRules(schema.path("items")).complaintInQuery(value);
        }
        return isGoodInQuery(value) ? Optional.empty() : Optional.of(expected());
    }

    /** Whether it is a list of values. */
    public boolean isList() {
        return type().equals("array");
    }

    /** A number or boolean that came as text as what it stands for; every other value as it is. */
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
            case "array" ->
                value.isArray() && value.valueStream().allMatch(new ValueRules(schema.path("items"))::isGood);
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
        boolean isListed = !schema.has("enum")
                || schema.get("enum").valueStream().anyMatch(word -> word.asString()
                        .equals(text));
        return isListed
                && text.indexOf('\0') < 0
                && text.length() <= schema.path("maxLength").asInt(Integer.MAX_VALUE)
                && (!schema.path("format").asString("").equals("date-time") || isTime(text));
    }

    private static boolean isTime(String text) {
        try {
            int year = OffsetDateTime.parse(text).getYear();
            return year > 0 && year < 10_000;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private String expected() {
        return switch (type()) {
            case "boolean" -> "true or false";
            case "integer" -> "a whole number" + range(" from ", "minimum") + range(" to ", "maximum");
            case "array" -> "a list, each in it " + new ValueRules(schema.path("items")).expected();
            default -> expectedText();
        };
    }

    private String expectedText() {
        if (schema.has("enum")) {
            return schema.get("enum")
                    .valueStream()
                    .map(JsonNode::asString)
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        if (schema.has("format")) {
            return "a time like 2026-05-20T08:00:00Z";
        }
        return "a text without NUL" + range(" of at most ", "maxLength")
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
