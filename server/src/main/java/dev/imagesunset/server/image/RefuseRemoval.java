package dev.imagesunset.server.image;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps every row of the demo's database, H2, where it is, as a trigger of its own does in PostgreSQL: an image is never
 * removed, and its id never changes.
 */
public final class RefuseRemoval implements Trigger {
    private static final int ID = 0;

    @Override
    public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after) throws SQLException {
        boolean keepsItsId = before != null && after != null && Objects.equals(before[ID], after[ID]);
        if (!keepsItsId) {
            throw new SQLException(
                    "An image is never removed and keeps its id; a deleted one stays as a tombstone.", "23001");
        }
    }
}
