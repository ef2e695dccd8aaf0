package dev.imagesunset.server.sunset;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The latest sunset that any server has told callers, which none may undercut for want of a setting. */
@Repository
class ToldSunset {
    private final JdbcClient database;

    ToldSunset(JdbcClient database) {
        this.database = database;
    }

    /** The latest one, now that this one will be told too. */
    Instant with(Instant sunset) {
        return database.sql("UPDATE told_sunset SET sunset = GREATEST(sunset, :sunset) RETURNING sunset")
                .param("sunset", sunset.atOffset(ZoneOffset.UTC))
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
