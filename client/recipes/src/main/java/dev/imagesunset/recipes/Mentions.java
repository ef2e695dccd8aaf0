package dev.imagesunset.recipes;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.Flag;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.TypeUtils;

/** What is said of answers in a piece of code. */
final class Mentions extends JavaIsoVisitor<Set<Mentions.Of>> {
    private static final Set<J.Binary.Type> EQUALITIES = EnumSet.of(J.Binary.Type.Equal, J.Binary.Type.NotEqual);
    private static final Set<J.AssignmentOperation.Type> CHANGES =
            EnumSet.of(J.AssignmentOperation.Type.Division, J.AssignmentOperation.Type.Modulo);
    private static final Set<String> COMPARING =
            Set.of("contains", "contentEquals", "endsWith", "equals", "equalsIgnoreCase", "matches", "startsWith");
    private static final Set<String> COMPUTING = Set.of("divideUnsigned", "floorDiv", "floorMod", "remainderUnsigned");
    private static final List<String> HTTP = List.of(
            "java.net.http.HttpRe",
            "okhttp3.Call",
            "okhttp3.Re",
            "org.springframework.http.HttpRe",
            "org.springframework.http.Re",
            "org.springframework.web.client.RestClient$",
            "org.springframework.web.reactive.function.client.");

    private static final List<String> FRIENDS =
            List.of("java.", "okhttp3.", "org.slf4j.", "org.springframework.", "reactor.core.");
    private static final String CALLBACKS = "java.util.function.";

    private final Set<String> ownTypes;

    private Mentions(Set<String> ownTypes) {
        this.ownTypes = ownTypes;
    }

    enum Of {
        STATUS_200,
        STATUS_204,
        STATUS_FROM_ELSEWHERE,
        STATUS_TO_A_STRANGER,
        ANSWER_TO_A_STRANGER,
        ADDRESS_OF_A_REQUEST
    }

    /** Whether 200 may mean something, here or elsewhere, that 204 does not; ranges aside that have both. */
    static boolean mayTake200ForTheOnlySuccess(J code, Set<String> ownTypes) {
        Set<Of> mentions = in(code, ownTypes);
        return !mentions.contains(Of.STATUS_204)
                && (mentions.contains(Of.STATUS_200)
                        || mentions.contains(Of.STATUS_FROM_ELSEWHERE)
                        || mentions.contains(Of.STATUS_TO_A_STRANGER));
    }

    /** Whether a request or an answer is an argument of a call out of the file, but for those that HTTP consists of. */
    static boolean handOnAnswers(J code, Set<String> ownTypes) {
        return in(code, ownTypes).contains(Of.ANSWER_TO_A_STRANGER);
    }

    /** Whether a request's address is used again. */
    static boolean takeAddresses(J code, Set<String> ownTypes) {
        return in(code, ownTypes).contains(Of.ADDRESS_OF_A_REQUEST);
    }

    private static Set<Of> in(J code, Set<String> ownTypes) {
        Set<Of> mentions = new HashSet<>();
        new Mentions(ownTypes).visit(code, mentions);
        return mentions;
    }

    @Override
    public J.Literal visitLiteral(J.Literal literal, Set<Of> mentions) {
        if (!isBoundOfARange()) {
            if (Successes.is200(literal.getValue())) {
                mentions.add(Of.STATUS_200);
            }
            if (Successes.is204(literal.getValue())) {
                mentions.add(Of.STATUS_204);
            }
        }
        return literal;
    }

    @Override
    public J.Identifier visitIdentifier(J.Identifier word, Set<Of> mentions) {
        switch (word.getSimpleName()) {
            case "OK", "HTTP_OK", "SC_OK" -> mentions.add(Of.STATUS_200);
            case "NO_CONTENT", "HTTP_NO_CONTENT", "SC_NO_CONTENT" -> mentions.add(Of.STATUS_204);
            default -> {}
        }
        return word;
    }

    @Override
    public J.Binary visitBinary(J.Binary comparison, Set<Of> mentions) {
        if (EQUALITIES.contains(comparison.getOperator())) {
            compare(List.of(comparison.getLeft(), comparison.getRight()), mentions);
        }
        if (Ranges.tells200From204(comparison)) {
            mentions.add(Of.STATUS_200);
        }
        return super.visitBinary(comparison, mentions);
    }

    @Override
    public J.AssignmentOperation visitAssignmentOperation(J.AssignmentOperation change, Set<Of> mentions) {
        if (CHANGES.contains(change.getOperator())) {
            mentions.add(Of.STATUS_200);
        }
        return super.visitAssignmentOperation(change, mentions);
    }

    @Override
    public J.Case visitCase(J.Case alternative, Set<Of> mentions) {
        boolean isElsewhere = alternative.getCaseLabels().stream()
                .anyMatch(it -> it instanceof Expression label && mayBeACase(label) && isFromElsewhere(label));
        if (isElsewhere) {
            mentions.add(Of.STATUS_FROM_ELSEWHERE);
        }
        return super.visitCase(alternative, mentions);
    }

    @Override
    public J.MethodInvocation visitMethodInvocation(J.MethodInvocation call, Set<Of> mentions) {
        lookAt(call.getArguments(), call.getMethodType(), mentions);
        if (COMPARING.contains(call.getSimpleName())) {
            compare(
                    Stream.concat(Stream.ofNullable(call.getSelect()), call.getArguments().stream())
                            .toList(),
                    mentions);
        }
        if (COMPUTING.contains(call.getSimpleName())) {
            mentions.add(Of.STATUS_200);
        }
        if (Readdressing.is(call)) {
            mentions.add(Of.ADDRESS_OF_A_REQUEST);
        }
        return super.visitMethodInvocation(call, mentions);
    }

    @Override
    public J.MemberReference visitMemberReference(J.MemberReference reference, Set<Of> mentions) {
        if (Readdressing.is(reference)) {
            mentions.add(Of.ADDRESS_OF_A_REQUEST);
        }
        return super.visitMemberReference(reference, mentions);
    }

    @Override
    public J.NewClass visitNewClass(J.NewClass made, Set<Of> mentions) {
        lookAt(made.getArguments(), made.getConstructorType(), mentions);
        return super.visitNewClass(made, mentions);
    }

    private void lookAt(List<Expression> arguments, JavaType.@Nullable Method called, Set<Of> mentions) {
        if (!isStrange(called)) {
            return;
        }
        if (arguments.stream().anyMatch(Mentions::isHttp)) {
            mentions.add(Of.ANSWER_TO_A_STRANGER);
        }
        if (arguments.stream().anyMatch(Statuses::isStatus)) {
            mentions.add(Of.STATUS_TO_A_STRANGER);
        }
    }

    private void compare(List<Expression> sides, Set<Of> mentions) {
        if (sides.stream().anyMatch(Statuses::isStatus)
                && sides.stream().noneMatch(J.Literal.class::isInstance)
                && sides.stream().anyMatch(this::isFromElsewhere)) {
            mentions.add(Of.STATUS_FROM_ELSEWHERE);
        }
    }

    /** Whether the value is a field's that this file does not set once and for all, or a strange method's. */
    private boolean isFromElsewhere(Expression value) {
        if (value instanceof J.MethodInvocation call) {
            return isStrange(call.getMethodType());
        }
        JavaType.Variable field = KeptAnswers.field(value);
        return field != null
                && field.getOwner() instanceof JavaType.FullyQualified owner
                && FRIENDS.stream().noneMatch(owner.getFullyQualifiedName()::startsWith)
                && !(ownTypes.contains(owner.getFullyQualifiedName()) && field.hasFlags(Flag.Static));
    }

    private boolean isBoundOfARange() {
        return getCursor().getParentTreeCursor().getValue() instanceof J.Binary comparison
                && Ranges.isBounded(comparison);
    }

    private boolean isStrange(JavaType.@Nullable Method called) {
        String type = called == null ? "" : called.getDeclaringType().getFullyQualifiedName();
        return !ownTypes.contains(type) && (FRIENDS.stream().noneMatch(type::startsWith) || type.startsWith(CALLBACKS));
    }

    /** Whether a value is a request, an answer or a status. */
    static boolean isAnswer(Expression value) {
        return isHttp(value) || Statuses.isStatus(value);
    }

    private static boolean isHttp(Expression argument) {
        return isHttp(argument.getType());
    }

    static boolean isHttp(@Nullable JavaType type) {
        String name = type instanceof JavaType.FullyQualified known ? known.getFullyQualifiedName() : "";
        return HTTP.stream().anyMatch(name::startsWith);
    }

    private static boolean mayBeACase(Expression label) {
        return Statuses.isStatus(label) || TypeUtils.isString(label.getType());
    }
}
