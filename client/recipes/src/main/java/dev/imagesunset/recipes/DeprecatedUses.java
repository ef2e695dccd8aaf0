package dev.imagesunset.recipes;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;

/** Counts what is deprecated in a piece of code, or may be, besides the client's calls of v1.1. */
final class DeprecatedUses extends JavaIsoVisitor<AtomicInteger> {
    private static final String CLIENT = "dev.imagesunset.client.";

    private boolean callsV11;

    private DeprecatedUses() {}

    static boolean areOnlyCallsOfV11(J code) {
        DeprecatedUses uses = new DeprecatedUses();
        AtomicInteger others = new AtomicInteger();
        uses.visit(code, others);
        return uses.callsV11 && others.get() == 0;
    }

    @Override
    public J.MethodInvocation visitMethodInvocation(J.MethodInvocation call, AtomicInteger others) {
        count(call.getMethodType(), others);
        return super.visitMethodInvocation(call, others);
    }

    @Override
    public J.MemberReference visitMemberReference(J.MemberReference reference, AtomicInteger others) {
        count(reference.getMethodType(), others);
        return super.visitMemberReference(reference, others);
    }

    @Override
    public J.NewClass visitNewClass(J.NewClass made, AtomicInteger others) {
        count(made.getConstructorType(), others);
        return super.visitNewClass(made, others);
    }

    @Override
    public J.MethodDeclaration visitMethodDeclaration(J.MethodDeclaration method, AtomicInteger others) {
        JavaType.Method type = method.getMethodType();
        if (type == null
                || (type.getOverride() != null
                        && isDeprecated(type.getOverride().getAnnotations()))) {
            others.incrementAndGet();
        }
        return super.visitMethodDeclaration(method, others);
    }

    @Override
    public J.Identifier visitIdentifier(J.Identifier word, AtomicInteger others) {
        boolean isDeprecatedType =
                word.getType() instanceof JavaType.FullyQualified type && isDeprecated(type.getAnnotations());
        boolean isDeprecatedField =
                word.getFieldType() != null && isDeprecated(word.getFieldType().getAnnotations());
        if (isDeprecatedType || isDeprecatedField || word.getType() instanceof JavaType.Unknown) {
            others.incrementAndGet();
        }
        return word;
    }

    private void count(JavaType.@Nullable Method called, AtomicInteger others) {
        if (called != null && isCallOfV11(called)) {
            callsV11 = true;
        } else if (called == null || isDeprecated(called.getAnnotations())) {
            others.incrementAndGet();
        }
    }

    private static boolean isCallOfV11(JavaType.Method called) {
        return called.getName().startsWith("deleteImageV11")
                && called.getDeclaringType().getFullyQualifiedName().startsWith(CLIENT);
    }

    private static boolean isDeprecated(List<JavaType.FullyQualified> annotations) {
        return annotations.stream().anyMatch(it -> it.getFullyQualifiedName().equals("java.lang.Deprecated"));
    }
}
