package dev.imagesunset.server.image;

import dev.imagesunset.server.problem.ProblemCode;
import dev.imagesunset.server.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Limits how many images a project may own. Simultaneous creates may exceed the limit by as many as there are. */
@Component
class ImageQuota {
    /** Counts no further than necessary. */
    private static final String COUNT =
            "SELECT count(*) FROM (SELECT 1 FROM images WHERE owner = :owner AND deleted_at IS NULL LIMIT :most) AS theirs";

    private final JdbcClient database;
    private final @Nullable Integer imagesPerProject;

    ImageQuota(JdbcClient database, QuotaProperties properties) {
        this.database = database;
        imagesPerProject = properties.imagesPerProject();
    }

    /**
     * Requires room for one more image.
     *
     * @throws Refusal if the project already has as many as it may
     */
    void requireRoom(@Nullable String owner) {
        if (imagesPerProject != null && owner != null && owns(owner, imagesPerProject) >= imagesPerProject) {
            throw new Refusal(ProblemCode.QUOTA_EXCEEDED);
        }
    }

    private long owns(String owner, int most) {
        return database.sql(COUNT)
                .param("owner", owner)
                .param("most", most)
                .query(Long.class)
                .single();
    }
}
