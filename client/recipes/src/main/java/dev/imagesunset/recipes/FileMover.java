package dev.imagesunset.recipes;

import java.util.Optional;
import java.util.regex.Pattern;
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
    private static final Pattern CLIENTS_CALL = Pattern.compile("\\bdeleteImageV11(Async)?\\b");

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
        String text = file.printAll();
        Pieces pieces = Pieces.of(text);
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            Optional<String> why = file instanceof J.CompilationUnit
                    ? why(line, objections, pieces)
                    : Optional.of(NOT_JAVA).filter(it -> isMention(line, pieces));
            if (why.isPresent()) {
                leftAlone.insertRow(
                        context,
                        new PathsLeftAlone.Row(file.getSourcePath().toString(), number, line.strip(), why.get()));
            }
        }
    }

    private static Optional<String> why(String line, Objections objections, Pieces pieces) {
        return PathMover.PATH.matcher(line).find()
                ? Optional.of(objections.to(line))
                : Optional.of("It may be a piece of the path.").filter(it -> pieces.isIn(line));
    }

    private static boolean isMention(String line, Pieces pieces) {
        return PathMover.PATH.matcher(line).find() || CLIENTS_CALL.matcher(line).find() || pieces.isIn(line);
    }
}
