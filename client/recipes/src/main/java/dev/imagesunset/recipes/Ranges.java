package dev.imagesunset.recipes;

import java.util.EnumSet;
import java.util.Set;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;

/** Judges what is computed of a status: comparisons with a bound, as in {@code status < 300}, and remainders and the like. */
final class Ranges {
    private static final Set<J.Binary.Type> OPERATORS = EnumSet.of(
            J.Binary.Type.LessThan,
            J.Binary.Type.LessThanOrEqual,
            J.Binary.Type.GreaterThan,
            J.Binary.Type.GreaterThanOrEqual);
    private static final Set<J.Binary.Type> ARITHMETIC = EnumSet.of(
            J.Binary.Type.Division,
            J.Binary.Type.Modulo,
            J.Binary.Type.BitAnd,
            J.Binary.Type.BitOr,
            J.Binary.Type.BitXor,
            J.Binary.Type.RightShift,
            J.Binary.Type.UnsignedRightShift);

    private Ranges() {}

    static boolean isBounded(J.Binary comparison) {
        return OPERATORS.contains(comparison.getOperator());
    }

    /** Whether 200 has another result than 204, or may have, because the second operand is not known. */
    static boolean tells200From204(J.Binary computed) {
        if (isBounded(computed)) {
            return isTrue(computed, 200) != isTrue(computed, 204);
        }
        return ARITHMETIC.contains(computed.getOperator())
                && computed.getType() != JavaType.Primitive.Boolean
                && (!(computed.getRight() instanceof J.Literal) || result(computed, 200) != result(computed, 204));
    }

    private static boolean isTrue(J.Binary comparison, int status) {
        double left = number(comparison.getLeft(), status);
        double right = number(comparison.getRight(), status);
        return switch (comparison.getOperator()) {
            case LessThan -> left < right;
            case LessThanOrEqual -> left <= right;
            case GreaterThan -> left > right;
            case GreaterThanOrEqual -> left >= right;
            default -> false;
        };
    }

    private static double result(J.Binary computed, int status) {
        double left = number(computed.getLeft(), status);
        double right = number(computed.getRight(), status);
        return switch (computed.getOperator()) {
            case Division -> isWhole(computed) ? Math.floor(left / right) : left / right;
            case Modulo -> left % right;
            case BitAnd -> (long) left & (long) right;
            case BitOr -> (long) left | (long) right;
            case BitXor -> (long) left ^ (long) right;
            default -> (long) left >> (long) right;
        };
    }

    private static boolean isWhole(J.Binary computed) {
        return computed.getType() == JavaType.Primitive.Int || computed.getType() == JavaType.Primitive.Long;
    }

    private static double number(Expression side, int status) {
        return side instanceof J.Literal literal && literal.getValue() instanceof Number number
                ? number.doubleValue()
                : status;
    }
}
