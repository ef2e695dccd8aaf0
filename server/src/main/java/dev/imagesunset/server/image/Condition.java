package dev.imagesunset.server.image;

import java.util.Map;

/**
 * A condition in SQL.
 *
 * @param sql its words, none of them a caller's
 * @param parameters what callers sent, by the names that stand for it
 */
record Condition(String sql, Map<String, Object> parameters) {
    static final Condition NEVER = new Condition("FALSE", Map.of());

    static Condition of(String sql, String parameter, Object value) {
        return new Condition(sql, Map.of(parameter, value));
    }
}
