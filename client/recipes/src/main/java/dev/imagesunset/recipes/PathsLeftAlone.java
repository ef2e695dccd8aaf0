package dev.imagesunset.recipes;

import org.openrewrite.Column;
import org.openrewrite.DataTable;
import org.openrewrite.Recipe;

/** The paths that somebody has to look at. {@code -Drewrite.exportDatatables=true} writes them to a file. */
public final class PathsLeftAlone extends DataTable<PathsLeftAlone.Row> {
    PathsLeftAlone(Recipe recipe) {
        super(
                recipe,
                "Paths of v1.1 that were left alone",
                "Paths that may be another call's, and why they are not moved.");
    }

    /**
     * A path that was left alone.
     *
     * @param file where it is
     * @param text the text that has it
     * @param why why it was not moved
     */
    public record Row(
            @Column(displayName = "File", description = "The source file.")
            String file,

            @Column(displayName = "Text", description = "The text with the path.")
            String text,

            @Column(displayName = "Why", description = "Why it was not moved.")
            String why) {}
}
