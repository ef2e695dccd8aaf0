package dev.imagesunset.recipes;

import org.openrewrite.ExecutionContext;
import org.openrewrite.Preconditions;
import org.openrewrite.Recipe;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.search.DeclaresMethod;
import org.openrewrite.java.search.UsesMethod;

/**
 * Finds the files whose calls of v1.1 can become calls of v2. A rehearsed call deletes nothing on v1.1, and would on
 * v2; and a class that implements the client's interface has a method of the new name already.
 */
public final class FilesThatOnlyDelete extends Recipe {
    private static final String IMAGES = "dev.imagesunset.client.ImageService ";
    private static final String LATER = "dev.imagesunset.client.AsyncImageService ";

    @Override
    public String getDisplayName() {
        return "Files that rehearse nothing and implement nothing";
    }

    @Override
    public String getDescription() {
        return "Finds files that neither call `rehearsing()` nor implement the client's interface.";
    }

    @Override
    public TreeVisitor<?, ExecutionContext> getVisitor() {
        return Preconditions.not(Preconditions.or(
                new UsesMethod<>(IMAGES + "rehearsing()", true),
                new DeclaresMethod<>(IMAGES + "deleteImageV11(..)", true),
                new DeclaresMethod<>(LATER + "deleteImageV11Async(..)", true)));
    }
}
