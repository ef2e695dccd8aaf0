package dev.imagesunset.server.database;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reports whether the database answers and accepts writes. To find out, it does not write, unless the database has just
 * refused a write: then it tries to update a row of its own until that works again.
 */
@Component
class CatalogueHealthIndicator implements HealthIndicator {
    private static final String IS_READ_ONLY = "SELECT current_setting('transaction_read_only')::boolean";
    private static final String WRITE = "UPDATE write_probe SET at = CURRENT_TIMESTAMP";

    private final JdbcClient database;
    private final WriteRefusals refusals;

    CatalogueHealthIndicator(JdbcClient database, WriteRefusals refusals) {
        this.database = database;
        this.refusals = refusals;
    }

    @Override
    public Health health() {
        try {
            if (database.sql(IS_READ_ONLY).query(Boolean.class).single()) {
                return down("The database is read-only");
            }
            if (refusals.hasRefused()) {
                database.sql(WRITE).update();
                refusals.forget();
            }
            return Health.up().build();
        } catch (DataAccessException e) {
            return down(
                    String.valueOf(NestedExceptionUtils.getMostSpecificCause(e).getMessage()));
        }
    }

    private static Health down(String reason) {
        return Health.down().withDetail("reason", reason).build();
    }
}
