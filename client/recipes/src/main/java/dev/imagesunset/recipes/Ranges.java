package dev.imagesunset.recipes;

import java.util.EnumSet;
import java.util.Set;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;

/** Judges comparisons of a status with a bound, as in {@code status < 300}. */
final class Ranges {
    private static final Set<J.Binary.Type> OPERATORS = EnumSet.of(
            J.Binary.Type.LessThan,
            J.Binary.Type.LessThanOrEqual,
            J.Binary.Type.GreaterThan,
            J.Binary.Type.GreaterThanOrEqual);

    private Ranges() {}

    static boolean isBounded(J.Binary comparison) {
        return OPERATORS.contains(comparison.getOperator());
    }

    /** Whether it is true of one of 200 and 204, and not of the other. */
    static boolean tells200From204(J.Binary comparison) {
        return isTrue(comparison, 200) != isTrue(comparison, 204);
    }

    private static boolean isTrue(J.Binary comparison, int status) {
        int left = number(comparison.getLeft(), status);
        int right = number(comparison.getRight(), status);
        return switch (comparison.getOperator()) {
            case LessThan -> left < right;
            case LessThanOrEqual -> left <= right;
            case GreaterThan -> left > right;
            case GreaterThanOrEqual -> left >= right;
            default -> false;
        };
    }

    private static int number(Expression side, int status) {
        return side instanceof J.Literal literal && literal.getValue() instanceof Integer bound ? bound : status;
    }
}
