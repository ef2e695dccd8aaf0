package dev.imagesunset.server.database;

import java.sql.SQLException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.stereotype.Component;

/** Translates the database's failures as usual, and remembers when one means that the database accepts no writes. */
@Component
class WriteRefusals implements SQLExceptionTranslator {
    /** PostgreSQL's error codes for a read-only transaction, a full disk and an I/O error. */
    private static final Pattern SQL_STATES = Pattern.compile("25006|53100|58.*");

    private final SQLExceptionTranslator translator = new SQLExceptionSubclassTranslator();
    private volatile boolean hasRefused;

    @Override
    public @Nullable DataAccessException translate(String task, @Nullable String sql, SQLException failure) {
        if (failure.getSQLState() != null
                && SQL_STATES.matcher(failure.getSQLState()).matches()) {
            hasRefused = true;
        }
        return translator.translate(task, sql, failure);
    }

    /** Whether the database has refused a write since this was last forgotten. */
    boolean hasRefused() {
        return hasRefused;
    }

    void forget() {
        hasRefused = false;
    }
}
