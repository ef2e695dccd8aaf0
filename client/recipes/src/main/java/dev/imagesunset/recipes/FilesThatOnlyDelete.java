package dev.imagesunset.recipes;

import java.util.concurrent.atomic.AtomicBoolean;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Preconditions;
import org.openrewrite.ScanningRecipe;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.search.DeclaresMethod;

/**
 * Finds the files whose calls of v1.1 can become calls of v2. A rehearsed call deletes nothing on v1.1, and would on
 * v2, so there are none in a program that rehearses; and a class that implements the client's interface has a method of
 * the new name already.
 */
public final class FilesThatOnlyDelete extends ScanningRecipe<AtomicBoolean> {
    private static final String IMAGES = "dev.imagesunset.client.ImageService ";
    private static final String LATER = "dev.imagesunset.client.AsyncImageService ";

    @Override
    public String getDisplayName() {
        return "Files that implement nothing, of a program that rehearses nothing";
    }

    @Override
    public String getDescription() {
        return "Finds files that do not implement the client's interface, unless a file rehearses the end.";
    }

    @Override
    public AtomicBoolean getInitialValue(ExecutionContext context) {
        return new AtomicBoolean();
    }

    @Override
    public TreeVisitor<?, ExecutionContext> getScanner(AtomicBoolean isRehearsing) {
        return new Rehearsals(isRehearsing);
    }

    @Override
    public TreeVisitor<?, ExecutionContext> getVisitor(AtomicBoolean isRehearsing) {
        if (isRehearsing.get()) {
            return TreeVisitor.noop();
        }
        return Preconditions.not(Preconditions.or(
                new DeclaresMethod<>(IMAGES + "deleteImageV11(..)", true),
                new DeclaresMethod<>(LATER + "deleteImageV11Async(..)", true)));
    }
}
