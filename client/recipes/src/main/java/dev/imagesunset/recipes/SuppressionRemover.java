package dev.imagesunset.recipes;

import java.util.ArrayList;
import java.util.List;
import org.openrewrite.ExecutionContext;
import org.openrewrite.java.AnnotationMatcher;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.RemoveAnnotationVisitor;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;

/** Takes the words from annotations of declarations in which nothing else needs them. */
final class SuppressionRemover extends JavaIsoVisitor<ExecutionContext> {
    private static final AnnotationMatcher SUPPRESSION = new AnnotationMatcher("@java.lang.SuppressWarnings");

    @Override
    public J.Annotation visitAnnotation(J.Annotation annotation, ExecutionContext context) {
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
            doAfterVisit(new RemoveAnnotationVisitor(only(annotation)));
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

    private static AnnotationMatcher only(J.Annotation annotation) {
        return new AnnotationMatcher("@java.lang.SuppressWarnings") {
            @Override
            public boolean matches(J.Annotation other) {
                return other.getId().equals(annotation.getId());
            }
        };
    }
}
