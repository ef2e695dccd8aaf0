package dev.imagesunset.server.image;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Fills the pool before anything else is done with the database, so that a setting with which it cannot work, or a
 * database that hangs, ends the start instead of a request.
 */
@Component
class FirstConnection implements FlywayMigrationStrategy {
    private final DataSource pool;

    FirstConnection(DataSource pool) {
        this.pool = pool;
    }

    @Override
    public void migrate(Flyway flyway) {
        try (Connection first = pool.getConnection()) {
            first.isReadOnly();
        } catch (SQLException e) {
            throw new IllegalStateException("The pool cannot connect to the database", e);
        }
        flyway.migrate();
    }
}
