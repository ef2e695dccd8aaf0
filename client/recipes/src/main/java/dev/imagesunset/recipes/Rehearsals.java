package dev.imagesunset.recipes;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.openrewrite.ExecutionContext;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.MethodMatcher;
import org.openrewrite.java.tree.J;

/**
 * Finds out whether a program rehearses the end. What it rehearses deletes nothing on v1.1, and would on v2; and which of
 * its calls these are, the file that calls need not show.
 */
final class Rehearsals extends JavaIsoVisitor<ExecutionContext> {
    private static final Pattern HEADER = Pattern.compile("Sunset-Rehearsal|my/rehearsals", Pattern.CASE_INSENSITIVE);
    private static final MethodMatcher CALL =
            new MethodMatcher("dev.imagesunset.client.*ImageService rehears*(..)", true);

    private final AtomicBoolean found;

    Rehearsals(AtomicBoolean found) {
        this.found = found;
    }

    @Override
    public J.CompilationUnit visitCompilationUnit(J.CompilationUnit file, ExecutionContext context) {
        if (HEADER.matcher(file.printAll()).find()
                || file.getTypesInUse().getUsedMethods().stream().anyMatch(CALL::matches)) {
            found.set(true);
        }
        return file;
    }
}
