package dev.imagesunset.recipes;

import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.tree.J;
import org.openrewrite.quark.Quark;

/** Moves the paths of one file, if it is Java, and lists those that it still has then, whatever it is. */
final class FileMover extends TreeVisitor<Tree, ExecutionContext> {
    private static final String NOT_JAVA = "Only Java is changed. See whether this is a delete.";

    private final PathsLeftAlone leftAlone;
    private final boolean isRehearsing;

    FileMover(PathsLeftAlone leftAlone, boolean isRehearsing) {
        this.leftAlone = leftAlone;
        this.isRehearsing = isRehearsing;
    }

    @Override
    public @Nullable Tree preVisit(Tree tree, ExecutionContext context) {
        stopAfterPreVisit();
        if (!(tree instanceof SourceFile file) || tree instanceof Quark) {
            return tree;
        }
        Objections objections = new Objections();
        SourceFile moved = file instanceof J.CompilationUnit java
                ? (SourceFile) new PathMover(objections, isRehearsing).visitNonNull(java, context)
                : file;
        list(moved, objections, context);
        return moved;
    }

    private void list(SourceFile file, Objections objections, ExecutionContext context) {
        int number = 0;
        for (String line : (Iterable<String>) file.printAll().lines()::iterator) {
            number++;
            if (PathMover.PATH.matcher(line).find()) {
                String why = file instanceof J.CompilationUnit ? objections.to(line) : NOT_JAVA;
                leftAlone.insertRow(
                        context, new PathsLeftAlone.Row(file.getSourcePath().toString(), number, line.strip(), why));
            }
        }
    }
}
