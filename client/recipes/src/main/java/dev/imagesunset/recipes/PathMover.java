package dev.imagesunset.recipes;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.J;

/** Moves the paths of one source file. */
final class PathMover extends JavaIsoVisitor<ExecutionContext> {
    static final Pattern PATH = Pattern.compile("(?<![\\w.-])v1\\.1/images(?![\\w-])");

    private final Objections objections;
    private final boolean isRehearsing;

    PathMover(Objections objections, boolean isRehearsing) {
        this.objections = objections;
        this.isRehearsing = isRehearsing;
    }

    @Override
    public J.Literal visitLiteral(J.Literal literal, ExecutionContext context) {
        if (!(literal.getValue() instanceof String text) || !PATH.matcher(text).find()) {
            return literal;
        }
        Optional<String> objection = objection(text);
        if (objection.isPresent()) {
            objections.add(String.valueOf(literal.getValueSource()), objection.get());
            return literal;
        }
        return literal.withValue(moved(text)).withValueSource(moved(literal.getValueSource()));
    }

    private Optional<String> objection(String text) {
        if (isRehearsing) {
            return Optional.of("The program rehearses the end, and v2 has no rehearsals: it would delete.");
        }
        return Flow.deletesBy(getCursor(), text)
                .map(deletes -> deletes.stream()
                        .flatMap(it -> Answers.objection(it).stream())
                        .findFirst())
                .orElse(Optional.of("It is not certain that only deletes use it."));
    }

    private static @Nullable String moved(@Nullable String text) {
        return text == null ? null : PATH.matcher(text).replaceAll("v2/images");
    }
}
