package dev.imagesunset.server.image;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A condition in SQL.
 *
 * @param sql its text, none of which comes from a caller
 * @param parameters the values that callers sent, by parameter name
 */
record Condition(String sql, Map<String, Object> parameters) {
    static final Condition NEVER = new Condition("FALSE", Map.of());

    /** The condition that both this and another one hold. */
    Condition and(Condition other) {
        Map<String, Object> all = new LinkedHashMap<>(parameters);
        all.putAll(other.parameters);
        return new Condition(sql + " AND " + other.sql, all);
    }

    static Condition of(String sql, String parameter, Object value) {
        return new Condition(sql, Map.of(parameter, value));
    }
}
