package dev.imagesunset.recipes;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;

/** Finds the fields in which code keeps requests, answers or their status. */
final class KeptAnswers extends JavaIsoVisitor<Set<JavaType.Variable>> {
    private KeptAnswers() {}

    static Set<JavaType.Variable> of(J code) {
        Set<JavaType.Variable> fields = new HashSet<>();
        new KeptAnswers().visit(code, fields);
        return fields;
    }

    /** The field that an expression names, if it names one. */
    static JavaType.@Nullable Variable field(Expression named) {
        J.Identifier word = named instanceof J.FieldAccess access
                ? access.getName()
                : named instanceof J.Identifier identifier ? identifier : null;
        JavaType.Variable variable = word == null ? null : word.getFieldType();
        return variable != null && variable.getOwner() instanceof JavaType.FullyQualified ? variable : null;
    }

    @Override
    public J.Assignment visitAssignment(J.Assignment assignment, Set<JavaType.Variable> fields) {
        JavaType.Variable field = field(assignment.getVariable());
        if (field != null && Mentions.isAnswer(assignment.getAssignment())) {
            fields.add(field);
        }
        return super.visitAssignment(assignment, fields);
    }
}
