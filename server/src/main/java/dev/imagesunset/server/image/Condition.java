package dev.imagesunset.server.image;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A condition in SQL.
 *
 * @param sql its words, none of them a caller's
 * @param parameters what callers sent, by the names that stand for it
 */
record Condition(String sql, Map<String, Object> parameters) {
    static final Condition NEVER = new Condition("FALSE", Map.of());

    /** Both this and another one. */
    Condition and(Condition other) {
        Map<String, Object> all = new LinkedHashMap<>(parameters);
        all.putAll(other.parameters);
        return new Condition(sql + " AND " + other.sql, all);
    }

    static Condition of(String sql, String parameter, Object value) {
        return new Condition(sql, Map.of(parameter, value));
    }
}
