package dev.imagesunset.recipes;

import java.util.concurrent.atomic.AtomicBoolean;
import org.openrewrite.ExecutionContext;
import org.openrewrite.ScanningRecipe;
import org.openrewrite.TreeVisitor;

/**
 * Changes the path {@code v1.1/images} in texts to {@code v2/images} where the text certainly serves only to delete
 * images. Everything else is left as it is, and listed in {@link PathsLeftAlone}.
 */
public final class MovePathsToV2 extends ScanningRecipe<AtomicBoolean> {
    private final transient PathsLeftAlone leftAlone = new PathsLeftAlone(this);

    @Override
    public String getDisplayName() {
        return "Move paths of deletes that are built by hand to v2";
    }

    @Override
    public String getDescription() {
        return "Changes `/v1.1/images` to `/v2/images` in Java where only deletes by the JDK's `HttpClient`, `RestTemplate`,"
                + " `RestClient`, `WebClient`, OkHttp or Feign use it, and where nothing takes 200 for the only success: v2"
                + " answers 204. Lists every other mention of it, in text files of any kind.";
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
        return new FileMover(leftAlone, isRehearsing.get());
    }
}
