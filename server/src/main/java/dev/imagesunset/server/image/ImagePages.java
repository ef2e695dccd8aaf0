package dev.imagesunset.server.image;

import dev.imagesunset.server.generated.Image;
import dev.imagesunset.server.http.Page;
import dev.imagesunset.server.problem.ProblemCode;
import dev.imagesunset.server.problem.Refusal;
import dev.imagesunset.server.request.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The catalogue of images, a page at a time. A page starts after a marker, so that every page costs the same. */
@Repository
public class ImagePages {
    /** PostgreSQL's error code for a statement that exceeded its time limit. */
    private static final String OUT_OF_TIME = "57014";

    private static final int MOST_BYTES = 8 * 1024 * 1024;

    /** How many images the database sends before it waits to be asked for more; this needs a transaction. */
    private static final int READ_AT_ONCE = 50;

    private final JdbcClient database;
    private final TransactionTemplate reading;

    ImagePages(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /**
     * Reads a page, which ends before its limit if its images are large.
     *
     * @param marker the image after which the page starts; it may have been deleted since
     * @throws Refusal if the marker is not an image that the caller can see
     */
    public Page<Image> after(@Nullable UUID marker, ImageQuery query, Caller caller) {
        return reading.execute(status -> read(marker, query, caller));
    }

    private Page<Image> read(@Nullable UUID marker, ImageQuery query, Caller caller) {
        Map<String, Object> position = marker == null ? Map.of() : position(marker, query.order(), caller);
        try {
            return database.sql(query.sql(caller, marker != null))
                    .params(query.parameters(caller, position))
                    .withFetchSize(READ_AT_ONCE)
                    .query((ResultSetExtractor<Page<Image>>) rows -> page(rows, query.limit()));
        } catch (DataAccessException e) {
            throw query.isUnbounded() && isOutOfTime(e) ? tooMuch() : e;
        }
    }

    private static Page<Image> page(ResultSet rows, int limit) throws SQLException {
        List<Image> images = new ArrayList<>();
        long bytes = 0;
        while (rows.next()) {
            bytes += ImageRecord.bytes(rows);
            if (images.size() == limit || (bytes > MOST_BYTES && !images.isEmpty())) {
                return new Page<>(images, limit > 0);
            }
            images.add(ImageRecord.read(rows, images.size()));
        }
        return new Page<>(images, false);
    }

    private Map<String, Object> position(UUID marker, ImageOrder order, Caller caller) {
        return database.sql("SELECT " + ImageAccess.COLUMNS + ", " + order.position() + " FROM images WHERE id = :id")
                .param("id", marker)
                .query((row, number) -> {
                    if (!ImageAccess.read(row, number).isOpenTo(caller)) {
                        throw unknown();
                    }
                    Map<String, Object> position = new LinkedHashMap<>();
                    for (String key : order.parameters()) {
                        position.put(key, row.getObject(key));
                    }
                    return position;
                })
                .optional()
                .orElseThrow(ImagePages::unknown);
    }

    private static boolean isOutOfTime(DataAccessException failure) {
        return failure.getMostSpecificCause() instanceof SQLException cause && OUT_OF_TIME.equals(cause.getSQLState());
    }

    private static Refusal tooMuch() {
        return new Refusal(
                ProblemCode.CATALOGUE_UNAVAILABLE,
                "There are too many images to look through them all in time. Sort by created_at or name, or filter by what only few have, such as a name, an id, a tag or a custom property.");
    }

    private static Refusal unknown() {
        return new Refusal(
                ProblemCode.PARAMETER_INVALID,
                "The parameter marker is not the id of an image that you see. Send the last id of the page before.");
    }
}
