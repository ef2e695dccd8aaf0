package dev.imagesunset.server.image;

import dev.imagesunset.server.generated.Image;
import dev.imagesunset.server.problem.ProblemCode;
import dev.imagesunset.server.problem.Refusal;
import dev.imagesunset.server.request.Caller;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The catalogue of images, a page at a time. A page starts after a marker, so that it costs the same wherever it is. */
@Repository
public class ImagePages {
    private final JdbcClient database;

    ImagePages(JdbcClient database) {
        this.database = database;
    }

    /**
     * A page, and one image more if there is a next page.
     *
     * @param marker the image after which the page starts; it may have been deleted since
     * @throws Refusal if the caller sees no such marker
     */
    public List<Image> after(@Nullable UUID marker, ImageQuery query, Caller caller) {
        Object key = marker == null ? null : position(marker, query, caller);
        return database.sql(query.sql(caller, marker != null))
                .params(query.parameters(caller, key, marker))
                .query(ImageRecord::read)
                .list();
    }

    private Object position(UUID marker, ImageQuery query, Caller caller) {
        return database.sql("SELECT " + ImageAccess.COLUMNS + ", " + query.sortBy()
                        + " AS marker_key FROM images WHERE id = :id")
                .param("id", marker)
                .query((row, number) -> {
                    if (!ImageAccess.read(row, number).isOpenTo(caller)) {
                        throw unknown();
                    }
                    return row.getObject("marker_key");
                })
                .optional()
                .orElseThrow(ImagePages::unknown);
    }

    private static Refusal unknown() {
        return new Refusal(
                ProblemCode.PARAMETER_INVALID,
                "The parameter marker is not the id of an image that you see. Send the last id of the page before.");
    }
}
