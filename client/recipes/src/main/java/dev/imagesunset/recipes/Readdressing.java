package dev.imagesunset.recipes;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.Flag;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;

/** Recognizes what takes a request's address, with which anything can be called again: the address itself, or a copy to change. */
final class Readdressing {
    private static final Set<String> ADDRESSES = Set.of("java.net.URI", "java.net.URL", "okhttp3.HttpUrl");
    private static final List<String> WITH_AN_ADDRESS = List.of("Request", "RequestEntity", "Response");

    private Readdressing() {}

    static boolean is(J.MethodInvocation call) {
        JavaType.Method called = call.getMethodType();
        return called != null
                && isAddress(call.getType())
                && (call.getArguments().stream().map(Expression::getType).anyMatch(Readdressing::hasAddress)
                        || (!called.hasFlags(Flag.Static) && hasAddress(called.getDeclaringType())));
    }

    static boolean is(J.MemberReference reference) {
        JavaType.Method referred = reference.getMethodType();
        return referred != null && isAddress(referred.getReturnType()) && hasAddress(referred.getDeclaringType());
    }

    private static boolean isAddress(@Nullable JavaType type) {
        String name = name(type);
        return ADDRESSES.contains(name) || name.endsWith("Builder");
    }

    private static boolean hasAddress(@Nullable JavaType type) {
        return Mentions.isHttp(type) && WITH_AN_ADDRESS.stream().anyMatch(name(type)::endsWith);
    }

    private static String name(@Nullable JavaType type) {
        return type instanceof JavaType.FullyQualified known ? known.getFullyQualifiedName() : "";
    }
}
