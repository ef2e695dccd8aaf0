package dev.imagesunset.recipes;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Cursor;
import org.openrewrite.java.AnnotationMatcher;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;

/** Recognizes annotations that make a method of an interface a delete by HTTP. */
final class ClientAnnotations {
    private static final String DELETE_MAPPING = "org.springframework.web.bind.annotation.DeleteMapping";
    private static final String DELETE_EXCHANGE = "org.springframework.web.service.annotation.DeleteExchange";
    private static final String REQUEST_LINE = "feign.RequestLine";
    private static final AnnotationMatcher FEIGN_CLIENT =
            new AnnotationMatcher("@org.springframework.cloud.openfeign.FeignClient");
    private static final Set<String> OF_THE_PATH = Set.of("value", "path", "url");

    private ClientAnnotations() {}

    /** The annotation that a value is the path of; null if it is none's. */
    static @Nullable Cursor addressedBy(Cursor value) {
        Cursor at = value.getParentTreeCursor();
        if (at.getValue() instanceof J.NewArray) {
            at = at.getParentTreeCursor();
        }
        if (at.getValue() instanceof J.Assignment assignment) {
            boolean isOfThePath =
                    assignment.getVariable() instanceof J.Identifier name && OF_THE_PATH.contains(name.getSimpleName());
            at = isOfThePath ? at.getParentTreeCursor() : at;
        }
        return at.getValue() instanceof J.Annotation ? at : null;
    }

    /** Whether a method with the annotation cannot be anything but a delete of this program. */
    static boolean isDelete(Cursor annotation, Expression value) {
        J.ClassDeclaration type = annotation.firstEnclosing(J.ClassDeclaration.class);
        Object annotated = annotation.getParentTreeCursor().getValue();
        if (type == null
                || type.getKind() != J.ClassDeclaration.Kind.Type.Interface
                || !(annotated instanceof J.MethodDeclaration)) {
            return false;
        }
        return switch (name(annotation.getValue())) {
            case REQUEST_LINE ->
                value instanceof J.Literal line && line.getValue() instanceof String text && text.startsWith("DELETE ");
            case DELETE_EXCHANGE -> true;
            // On any other interface it may be what this program serves.
            case DELETE_MAPPING -> type.getLeadingAnnotations().stream().anyMatch(FEIGN_CLIENT::matches);
            default -> false;
        };
    }

    private static String name(J.Annotation annotation) {
        return annotation.getType() instanceof JavaType.FullyQualified type ? type.getFullyQualifiedName() : "";
    }
}
