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
                "Every mention of a path that may be another call's, and why it is not moved.");
    }

    /**
     * A mention of the path that was left alone.
     *
     * @param file where it is
     * @param line the number of its line, from 1
     * @param text the line
     * @param why the reason why it was not moved
     */
    public record Row(
            @Column(displayName = "File", description = "The file.")
            String file,

            @Column(displayName = "Line", description = "The number of the line.")
            int line,

            @Column(displayName = "Text", description = "The line with the path.")
            String text,

            @Column(displayName = "Why", description = "Why it was not moved.")
            String why) {}
}
