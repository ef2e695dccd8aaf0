package dev.imagesunset.recipes;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Recognizes values of literals with which code tells 200 from 204: numbers, texts, phrases and patterns. */
final class Successes {
    private static final Pattern OK = Pattern.compile("(?i).*\\b200\\b.*|\\s*OK\\s*", Pattern.DOTALL);
    private static final Pattern NO_CONTENT = Pattern.compile("(?i)\\s*(204|(204 )?NO.CONTENT)\\s*");

    private Successes() {}

    static boolean is200(@Nullable Object value) {
        return value instanceof Number number
                ? number.doubleValue() == 200
                : value instanceof String text && (OK.matcher(text).matches() || findsOnly200(text));
    }

    static boolean is204(@Nullable Object value) {
        return value instanceof Number number
                ? number.doubleValue() == 204
                : value instanceof String text && NO_CONTENT.matcher(text).matches();
    }

    private static boolean findsOnly200(String pattern) {
        try {
            Pattern compiled = Pattern.compile(pattern);
            return compiled.matcher("200").find() && !compiled.matcher("204").find();
        } catch (PatternSyntaxException e) {
            return false;
        }
    }
}
