package dev.imagesunset.recipes;

import java.util.Optional;
import org.openrewrite.Cursor;
import org.openrewrite.java.tree.J;

/**
 * What only its own source file can use: a local variable, or a private field or method.
 *
 * @param name its name
 * @param scope where the name may mean this
 * @param isMethod whether it is a method
 */
record Definition(String name, Cursor scope, boolean isMethod) {
    /** What a value defines, as its initial value or as its result; empty if it is nothing of the kind. */
    static Optional<Definition> of(Cursor value) {
        Cursor at = value.getParentTreeCursor();
        if (at.getValue() instanceof J.VariableDeclarations.NamedVariable variable) {
            return variable(variable.getSimpleName(), at.getParentTreeCursor());
        }
        return at.getValue() instanceof J.Return ? method(at) : Optional.empty();
    }

    private static Optional<Definition> variable(String name, Cursor at) {
        J.VariableDeclarations declaration = at.getValue();
        Cursor block = at.getParentTreeCursor();
        if (!(block.getParentTreeCursor().getValue() instanceof J.ClassDeclaration)) {
            return Optional.of(new Definition(name, block, false));
        }
        return Optional.of(new Definition(name, file(at), false))
                .filter(it -> declaration.hasModifier(J.Modifier.Type.Private));
    }

    private static Optional<Definition> method(Cursor at) {
        Cursor enclosing = at.dropParentUntil(it -> it instanceof J.MethodDeclaration || it instanceof J.Lambda);
        return enclosing.getValue() instanceof J.MethodDeclaration method && method.hasModifier(J.Modifier.Type.Private)
                ? Optional.of(new Definition(method.getSimpleName(), file(at), true))
                : Optional.empty();
    }

    private static Cursor file(Cursor at) {
        return at.dropParentUntil(J.CompilationUnit.class::isInstance);
    }
}
