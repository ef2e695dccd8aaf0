package dev.imagesunset.recipes;

import java.util.ArrayList;
import java.util.List;
import org.openrewrite.Cursor;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.J;

/** Finds where a name is used. A name that means something else there counts too: then there is one use too many to know. */
final class Uses extends JavaIsoVisitor<List<Cursor>> {
    private final Definition definition;

    private Uses(Definition definition) {
        this.definition = definition;
    }

    static List<Cursor> of(Definition definition) {
        List<Cursor> uses = new ArrayList<>();
        new Uses(definition)
                .visit(definition.scope().getValue(), uses, definition.scope().getParentOrThrow());
        return uses;
    }

    @Override
    public J.Identifier visitIdentifier(J.Identifier word, List<Cursor> uses) {
        if (!definition.isMethod() && isTheName(word) && !isDeclaredOrCalled(word)) {
            uses.add(getCursor());
        }
        return word;
    }

    @Override
    public J.MethodInvocation visitMethodInvocation(J.MethodInvocation call, List<Cursor> uses) {
        if (definition.isMethod() && isTheName(call.getName())) {
            uses.add(getCursor());
        }
        return super.visitMethodInvocation(call, uses);
    }

    @Override
    public J.MemberReference visitMemberReference(J.MemberReference reference, List<Cursor> uses) {
        if (definition.isMethod() && isTheName(reference.getReference())) {
            uses.add(getCursor());
        }
        return super.visitMemberReference(reference, uses);
    }

    private boolean isTheName(J.Identifier word) {
        return word.getSimpleName().equals(definition.name());
    }

    private boolean isDeclaredOrCalled(J.Identifier word) {
        Object parent = getCursor().getParentTreeCursor().getValue();
        return (parent instanceof J.VariableDeclarations.NamedVariable variable
                        && variable.getName().equals(word))
                || (parent instanceof J.MethodInvocation call && call.getName().equals(word));
    }
}
