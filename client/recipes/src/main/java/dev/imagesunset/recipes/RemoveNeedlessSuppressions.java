package dev.imagesunset.recipes;

import java.util.Set;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Recipe;
import org.openrewrite.TreeVisitor;

/**
 * Removes suppressions of warnings that only calls of v1.1 through the client caused. Run it before the calls are
 * moved.
 */
public final class RemoveNeedlessSuppressions extends Recipe {
    static final Set<String> WORDS = Set.of("deprecation", "removal");

    @Override
    public String getDisplayName() {
        return "Remove suppressions of warnings about calls of v1.1";
    }

    @Override
    public String getDescription() {
        return "Removes `deprecation` and `removal` from `@SuppressWarnings` where nothing but a call of `deleteImageV11` is"
                + " deprecated.";
    }

    @Override
    public TreeVisitor<?, ExecutionContext> getVisitor() {
        return new SuppressionRemover();
    }
}
