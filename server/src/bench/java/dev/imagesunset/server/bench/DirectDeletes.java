package dev.imagesunset.server.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** The server's own statement, prepared, on a connection of its own: what the database itself can do. */
final class DirectDeletes implements Load.Deletes {
    private static final String DELETE = """
            UPDATE images
            SET status_before_delete = status, status = 'deleted', deleted_at = CURRENT_TIMESTAMP, updated_at = CURRENT_TIMESTAMP,
                deleted_by = ?, deleted_by_request = ?, deleted_through = ?
            WHERE id = ? AND deleted_at IS NULL AND NOT protected AND (? OR (? AND owner = ?))
            """;

    private final Connection connection;
    private final PreparedStatement delete;

    DirectDeletes(EmbeddedPostgres database) throws SQLException {
        connection = database.getPostgresDatabase().getConnection();
        delete = connection.prepareStatement(DELETE);
        delete.setString(1, "mia");
        delete.setString(2, "req-" + UUID.randomUUID());
        delete.setString(3, "v1.1");
        delete.setBoolean(5, false);
        delete.setBoolean(6, true);
        delete.setString(7, "demo");
        warmUp();
    }

    /** By then the driver has prepared the statement and PostgreSQL has planned it, as in the server's pool. */
    private void warmUp() throws SQLException {
        for (int i = 0; i < 20; i++) {
            delete.setObject(4, UUID.randomUUID());
            delete.executeUpdate();
        }
    }

    @Override
    public void delete(UUID id) throws SQLException {
        delete.setObject(4, id);
        if (delete.executeUpdate() != 1) {
            throw new SQLException("Not deleted: " + id);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
