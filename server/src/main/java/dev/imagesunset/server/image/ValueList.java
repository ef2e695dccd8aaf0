package dev.imagesunset.server.image;

import dev.imagesunset.server.problem.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One value, or several after {@code in:}, as OpenStack writes them: a value that contains a comma is in quotes. */
final class ValueList {
    private static final Set<String> COMPARISONS = Set.of("gt", "gte", "lt", "lte", "neq");

    private final String parameter;
    private final String text;

    private ValueList(String parameter, String text) {
        this.parameter = parameter;
        this.text = text;
    }

    /**
     * Reads the values, of which there is at least one.
     *
     * @param mayHaveColon whether values may contain a colon; then text before a colon is part of the value unless it
     *     is an operator
     */
    static List<String> read(String parameter, String text, boolean mayHaveColon) {
        int colon = text.indexOf(':');
        String operator = colon < 0 ? "eq" : text.substring(0, colon);
        String rest = text.substring(colon + 1);
        if (operator.equals("in")) {
            return new ValueList(parameter, rest).values().stream().distinct().toList();
        }
        if (operator.equals("eq")) {
            return List.of(rest);
        }
        if (!mayHaveColon || COMPARISONS.contains(operator)) {
            throw Refusal.ofParameter(
                    parameter, "has an operator that it does not take. Send a value alone, or behind in: or eq:");
        }
        return List.of(text);
    }

    private List<String> values() {
        List<String> values = new ArrayList<>();
        for (int start = 0; start < text.length(); ) {
            int end = text.charAt(start) == '"' ? afterQuote(start + 1) : comma(start);
            values.add(value(start, end));
            start = end + 1;
        }
        if (values.isEmpty()) {
            throw malformed();
        }
        return values;
    }

    private int comma(int start) {
        int comma = text.indexOf(',', start);
        return comma < 0 ? text.length() : comma;
    }

    private int afterQuote(int start) {
        int quote = start;
        while (quote < text.length() && text.charAt(quote) != '"') {
            quote += text.charAt(quote) == '\\' ? 2 : 1;
        }
        int end = quote + 1;
        if (end > text.length() || (end < text.length() && text.charAt(end) != ',')) {
            throw malformed();
        }
        return end;
    }

    private String value(int start, int end) {
        if (text.charAt(start) == '"') {
            return text.substring(start + 1, end - 1).replaceAll("\\\\([\"\\\\])", "$1");
        }
        String value = text.substring(start, end);
        if (value.contains("\"")) {
            throw malformed();
        }
        return value;
    }

    private Refusal malformed() {
        return Refusal.ofParameter(
                parameter, "has no good list. Send one like in:a,\"b, c\", with values that have commas in quotes");
    }
}
