package dev.imagesunset.server.database;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/**
 * Tells the connection pool to drop connections to a database that is no longer the primary, so that the next ones go
 * to the new primary.
 */
public class ReadOnlyDatabase implements SQLExceptionOverride {
    /** PostgreSQL's code for a write on a replica. */
    private static final String SQL_STATE = "25006";

    @java.lang.Override
    public Override adjudicate(SQLException failure) {
        return SQL_STATE.equals(failure.getSQLState()) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}
