package dev.imagesunset.server.database;

import dev.imagesunset.server.settings.IllegalSetting;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Brings the tables up to date once the whole server is assembled, so that any wrong setting stops the start before
 * anything is written. Ports are opened afterwards.
 */
@Component
class Migration implements FlywayMigrationStrategy, SmartLifecycle {
    private final DataSource pool;
    private @Nullable Flyway flyway;
    private volatile boolean isRunning;

    Migration(DataSource pool) {
        this.pool = pool;
    }

    @Override
    public void migrate(Flyway later) {
        flyway = later;
    }

    /** Lets the pool connect first: settings that it cannot work with then end the start, not a request later. */
    @Override
    public void start() {
        try (Connection first = pool.getConnection()) {
            requireUnicode(first);
        } catch (SQLException e) {
            throw new IllegalStateException("The pool cannot connect to the database", e);
        }
        if (flyway != null) {
            flyway.migrate();
        }
        isRunning = true;
    }

    /** With another encoding, some names of images and callers could not be stored. */
    private static void requireUnicode(Connection database) throws SQLException {
        try (ResultSet row = database.createStatement().executeQuery("SHOW server_encoding")) {
            row.next();
            if (!"UTF8".equals(row.getString(1))) {
                throw new IllegalSetting(
                        "spring.datasource.url is a database with the encoding " + row.getString(1)
                                + ", which does not have every character.",
                        "Make one with CREATE DATABASE images OWNER images ENCODING 'UTF8' TEMPLATE template0.");
            }
        }
    }

    @Override
    public void stop() {
        isRunning = false;
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
