package dev.imagesunset.recipes;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.TypeUtils;

/** Recognizes expressions that make an address of a given part of it, and nothing else. */
final class Addresses {
    private static final String TEXT = "java.lang.String";
    private static final String URI = "java.net.URI";
    private static final String OKHTTPS_URL = "okhttp3.HttpUrl";
    private static final String BUILDERS = "org.springframework.web.util.Uri";
    private static final Set<String> OF_TEXT =
            Set.of("concat", "format", "formatted", "strip", "toString", "trim", "valueOf");
    private static final Set<String> OF_OKHTTPS_URL = Set.of("get", "parse");
    private static final Set<String> OF_URI = Set.of("create", "resolve", "toString");

    private Addresses() {}

    /** Whether a call makes an address of a value, which is its argument or what it is called on. */
    static boolean isMade(J.MethodInvocation call, Expression value) {
        String name = call.getSimpleName();
        return switch (declaring(call)) {
            case TEXT -> OF_TEXT.contains(name) || (name.equals("replace") && call.getSelect() == value);
            case URI -> OF_URI.contains(name);
            case OKHTTPS_URL -> OF_OKHTTPS_URL.contains(name);
            default -> isOfABuilder(call) && isAddress(call.getType());
        };
    }

    /** Whether something else makes an address of a value: a sum of texts, a qualified name, a new URI. */
    static boolean isMade(Object of, Object value) {
        return of instanceof J.Parentheses
                || (of instanceof J.Binary sum && sum.getOperator() == J.Binary.Type.Addition)
                || (of instanceof J.FieldAccess field && field.getName() == value)
                || (of instanceof J.NewClass made && TypeUtils.isOfClassType(made.getType(), URI));
    }

    static boolean isOfABuilder(J.MethodInvocation call) {
        return declaring(call).startsWith(BUILDERS);
    }

    static String declaring(J.MethodInvocation call) {
        JavaType.Method type = call.getMethodType();
        return type == null ? "" : type.getDeclaringType().getFullyQualifiedName();
    }

    private static boolean isAddress(@Nullable JavaType type) {
        String name = type instanceof JavaType.FullyQualified known ? known.getFullyQualifiedName() : "";
        return name.equals(TEXT) || name.equals(URI) || name.startsWith(BUILDERS);
    }
}
