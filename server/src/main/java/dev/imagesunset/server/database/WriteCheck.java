package dev.imagesunset.server.database;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Checks that the database takes writes. To find out, this does not write, unless the database has just refused a write:
 * then it tries to update a row of its own until that works again.
 */
@Component
public class WriteCheck {
    /** Locks nothing, but is refused where a write would be, so that the pool drops connections to a former primary. */
    private static final String LOCK = "SELECT 1 FROM write_probe WHERE FALSE FOR UPDATE";

    private static final String WRITE = "UPDATE write_probe SET at = CURRENT_TIMESTAMP";

    private final JdbcClient database;
    private final WriteRefusals refusals;

    WriteCheck(JdbcClient database, WriteRefusals refusals) {
        this.database = database;
        this.refusals = refusals;
    }

    /**
     * Checks it now.
     *
     * @throws DataAccessException if it does not take writes, or does not answer
     */
    public void require() {
        database.sql(LOCK).query(Integer.class).optional();
        if (refusals.hasRefused()) {
            database.sql(WRITE).update();
            refusals.forget();
        }
    }
}
