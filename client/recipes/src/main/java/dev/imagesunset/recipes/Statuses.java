package dev.imagesunset.recipes;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.TypeUtils;

/** Recognizes expressions that may be a status: as a number, as Spring's type, as a text of it alone, or as its phrase. */
final class Statuses {
    private static final Set<String> CONVERTING = Set.of("toString", "valueOf");
    private static final Set<String> PHRASES = Set.of("getReasonPhrase", "getStatusText");

    private Statuses() {}

    static boolean isStatus(Expression value) {
        return !(value instanceof J.Literal)
                && (isNumber(value.getType()) || isSpringsStatus(value.getType()) || isMadeOfOne(value));
    }

    private static boolean isMadeOfOne(Expression value) {
        if (value instanceof J.Parentheses<?> parentheses) {
            return parentheses.getTree() instanceof Expression inner && isStatus(inner);
        }
        if (value instanceof J.TypeCast cast) {
            return isStatus(cast.getExpression());
        }
        if (value instanceof J.Binary sum && sum.getOperator() == J.Binary.Type.Addition) {
            List<Expression> sides = List.of(sum.getLeft(), sum.getRight());
            return sides.stream().anyMatch(Statuses::isEmpty) && sides.stream().anyMatch(Statuses::isStatus);
        }
        return value instanceof J.MethodInvocation call
                && (isPhrase(call) || (CONVERTING.contains(call.getSimpleName()) && isMadeOfOne(call)));
    }

    private static boolean isMadeOfOne(J.MethodInvocation call) {
        return Stream.concat(Stream.ofNullable(call.getSelect()), call.getArguments().stream())
                .anyMatch(Statuses::isStatus);
    }

    private static boolean isPhrase(J.MethodInvocation call) {
        return PHRASES.contains(call.getSimpleName())
                || (call.getSimpleName().equals("message")
                        && Addresses.declaring(call).equals("okhttp3.Response"));
    }

    private static boolean isEmpty(Expression value) {
        return value instanceof J.Literal text && "".equals(text.getValue());
    }

    private static boolean isNumber(@Nullable JavaType type) {
        return type == JavaType.Primitive.Int || TypeUtils.isOfClassType(type, "java.lang.Integer");
    }

    private static boolean isSpringsStatus(@Nullable JavaType type) {
        return type instanceof JavaType.FullyQualified known
                && known.getFullyQualifiedName().startsWith("org.springframework.http.HttpStatus");
    }
}
