package dev.imagesunset.recipes;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.MethodMatcher;
import org.openrewrite.java.tree.J;
import org.openrewrite.quark.Quark;

/**
 * Finds out whether a program rehearses the end, from a file of any kind. What it rehearses deletes nothing on v1.1, and would
 * on v2; and which of its calls these are, the file that calls need not show.
 */
final class Rehearsals extends TreeVisitor<Tree, ExecutionContext> {
    private static final Pattern HEADER =
            Pattern.compile("Sunset[-_]?Rehearsal|my/rehearsals", Pattern.CASE_INSENSITIVE);
    private static final MethodMatcher CALL =
            new MethodMatcher("dev.imagesunset.client.*ImageService rehears*(..)", true);
    private static final Pattern CALL_ELSEWHERE =
            Pattern.compile("\\brehears(e|eAsync|ing)\\s*\\(|::\\s*rehears(e|ing)");

    private final AtomicBoolean found;

    Rehearsals(AtomicBoolean found) {
        this.found = found;
    }

    @Override
    public @Nullable Tree preVisit(Tree tree, ExecutionContext context) {
        stopAfterPreVisit();
        if (tree instanceof SourceFile file && !(tree instanceof Quark) && rehearses(file)) {
            found.set(true);
        }
        return tree;
    }

    private static boolean rehearses(SourceFile file) {
        String text = file.printAll();
        return HEADER.matcher(text).find()
                || (file instanceof J.CompilationUnit java
                        ? java.getTypesInUse().getUsedMethods().stream().anyMatch(CALL::matches)
                        : CALL_ELSEWHERE.matcher(text).find());
    }
}
