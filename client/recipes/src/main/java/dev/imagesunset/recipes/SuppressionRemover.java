package dev.imagesunset.recipes;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.java.AnnotationMatcher;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.Space;

/**
 * Takes the words from annotations of declarations in which nothing else needs them. OpenRewrite's own visitor for this would
 * put blank lines around the declaration.
 */
final class SuppressionRemover extends JavaIsoVisitor<ExecutionContext> {
    private static final AnnotationMatcher SUPPRESSION = new AnnotationMatcher("@java.lang.SuppressWarnings");

    /** Whether a declaration's first annotation has just gone, so that what follows comes first now. */
    private boolean isNextFirst;

    @Override
    public Space visitSpace(@Nullable Space space, Space.Location location, ExecutionContext context) {
        Space visited = space == null ? Space.EMPTY : isNextFirst ? space.withWhitespace("") : space;
        isNextFirst = false;
        return visited;
    }

    @Override
    public @Nullable J preVisit(J tree, ExecutionContext context) {
        return tree instanceof J.Annotation annotation ? reduced(annotation) : tree;
    }

    private J.@Nullable Annotation reduced(J.Annotation annotation) {
        Object declaration = getCursor().getParentTreeCursor().getValue();
        if (!SUPPRESSION.matches(annotation)
                || annotation.getArguments() == null
                || !(declaration instanceof J declared)
                || !DeprecatedUses.areOnlyCallsOfV11(declared)) {
            return annotation;
        }
        Expression words = annotation.getArguments().get(0);
        List<Expression> left = words instanceof J.NewArray array ? needed(array) : List.of();
        if (!left.isEmpty() && words instanceof J.NewArray array) {
            return annotation.withArguments(List.of(array.withInitializer(left)));
        }
        if (words instanceof J.NewArray || isNeedless(words)) {
            isNextFirst = annotation.getPrefix().isEmpty();
            return null;
        }
        return annotation;
    }

    private static List<Expression> needed(J.NewArray array) {
        List<Expression> all = array.getInitializer() == null ? List.of() : array.getInitializer();
        List<Expression> needed = new ArrayList<>(all);
        needed.removeIf(SuppressionRemover::isNeedless);
        if (!needed.isEmpty()) {
            needed.set(0, needed.get(0).withPrefix(all.get(0).getPrefix()));
        }
        return needed;
    }

    private static boolean isNeedless(Expression word) {
        return word instanceof J.Literal literal
                && literal.getValue() instanceof String text
                && RemoveNeedlessSuppressions.WORDS.contains(text);
    }
}
