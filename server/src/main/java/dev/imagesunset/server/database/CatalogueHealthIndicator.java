package dev.imagesunset.server.database;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reports whether the database answers and takes writes. */
@Component
class CatalogueHealthIndicator implements HealthIndicator {
    private static final String IS_READ_ONLY = "SELECT current_setting('transaction_read_only')::boolean";

    private final JdbcClient database;
    private final WriteCheck writes;

    CatalogueHealthIndicator(JdbcClient database, WriteCheck writes) {
        this.database = database;
        this.writes = writes;
    }

    @Override
    public Health health() {
        try {
            if (database.sql(IS_READ_ONLY).query(Boolean.class).single()) {
                return down("The database is read-only");
            }
            writes.require();
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
