package dev.imagesunset.recipes;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.openrewrite.Cursor;
import org.openrewrite.java.tree.Flag;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.TypeTree;

/** Judges what becomes of a delete's answer: v2 never answers 200, as servers of v1.1 could. */
final class Answers {
    private static final Set<JavaType.Primitive> KEPT = EnumSet.of(JavaType.Primitive.Void, JavaType.Primitive.Boolean);

    private final Methods methods;
    private final Set<J.MethodDeclaration> outwards = new HashSet<>();
    private final Set<J.MethodDeclaration> inwards = new HashSet<>();
    private final Set<JavaType.Variable> kept = new HashSet<>();

    private Answers(J.CompilationUnit file) {
        methods = new Methods(file);
    }

    /** Why a delete must not be moved without somebody having a look; empty if it can be. */
    static Optional<String> objection(Cursor delete) {
        J.MethodDeclaration method = delete.firstEnclosing(J.MethodDeclaration.class);
        return method == null
                ? Optional.of("It is in no method.")
                : new Answers(delete.firstEnclosingOrThrow(J.CompilationUnit.class)).objection(method);
    }

    private Optional<String> objection(J.MethodDeclaration method) {
        goOutwards(method);
        if (outwards.stream().anyMatch(it -> !Methods.isPrivate(it) && !keepsIt(it))
                || kept.stream().anyMatch(it -> !it.hasFlags(Flag.Private))) {
            return Optional.of("Its answer may be judged by another class.");
        }
        if (inwards.stream().anyMatch(it -> Mentions.handOnAnswers(it, methods.types()))) {
            return Optional.of("Its request or answer is handed on to another class.");
        }
        if (inwards.stream().anyMatch(it -> Mentions.takeAddresses(it, methods.types()))) {
            return Optional.of("Another request may be made of its address.");
        }
        return Stream.concat(inwards.stream(), methods.fields())
                .filter(it -> Mentions.mayTake200ForTheOnlySuccess(it, methods.types()))
                .findFirst()
                .map(it -> "It may take 200 for the only success, and v2 answers 204.");
    }

    private static boolean keepsIt(J.MethodDeclaration method) {
        TypeTree result = method.getReturnTypeExpression();
        return result == null || (result.getType() instanceof JavaType.Primitive kept && KEPT.contains(kept));
    }

    /** To those methods that may get the answer. */
    private void goOutwards(J.MethodDeclaration method) {
        if (outwards.add(method)) {
            goInwards(method);
            if (Methods.isPrivate(method)) {
                methods.naming(method.getSimpleName()).forEach(this::goOutwards);
            }
        }
    }

    /** To those methods that may find what a method keeps in a field. */
    private void goOutwards(JavaType.Variable field, J.MethodDeclaration keeper) {
        kept.add(field);
        methods.naming(field.getName()).filter(it -> !it.equals(keeper)).forEach(this::goOutwards);
    }

    /** To those methods that may be given the request or the answer. */
    private void goInwards(J.MethodDeclaration method) {
        if (inwards.add(method)) {
            methods.calledBy(method).forEach(this::goInwards);
            KeptAnswers.of(method).forEach(field -> goOutwards(field, method));
        }
    }
}
