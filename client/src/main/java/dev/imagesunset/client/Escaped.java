package dev.imagesunset.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Text as it stands in an address. */
final class Escaped {
    private Escaped() {}

    static String text(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Parameters as the end of an address, with the question mark that precedes them if there are any. */
    static String query(Map<String, List<String>> parameters) {
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        parameters.forEach((name, values) -> values.forEach(value -> query.add(text(name) + "=" + text(value))));
        return query.toString();
    }
}
