package dev.imagesunset.server.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** What the database itself can do: deletes of one image or of many in one statement, prepared, on a connection of its own. */
final class DirectDeletes implements Load.Worker<List<UUID>> {
    /** So many statements before the first that counts, on each connection. */
    static final int WARM_UP = 20;

    private static final String DELETE = """
            UPDATE images
            SET status_before_delete = status, status = 'deleted', deleted_at = CURRENT_TIMESTAMP, updated_at = CURRENT_TIMESTAMP,
                deleted_by = 'mia', deleted_by_request = ?, deleted_through = 'v1.1'
            """;
    private static final String PERMITTED = " deleted_at IS NULL AND NOT protected AND owner = 'demo'";
    private static final String ONE = DELETE + " WHERE id = ? AND" + PERMITTED;
    private static final String MANY = DELETE + " FROM unnest(?) AS wanted WHERE id = wanted AND" + PERMITTED;

    private final Connection connection;
    private final int size;
    private final PreparedStatement delete;

    DirectDeletes(Connection connection, int size) throws SQLException {
        this.connection = connection;
        this.size = size;
        delete = connection.prepareStatement(size == 1 ? ONE : MANY);
        delete.setString(1, "req-" + UUID.randomUUID());
        warmUp();
    }

    /** By then the driver has prepared the statement and PostgreSQL has planned it, as in the server's pool. */
    private void warmUp() throws SQLException {
        for (int i = 0; i < WARM_UP; i++) {
            bind(Collections.nCopies(size, UUID.randomUUID()));
            delete.executeUpdate();
        }
    }

    @Override
    public void does(List<UUID> images) throws SQLException {
        bind(images);
        if (delete.executeUpdate() != images.size()) {
            throw new SQLException("Not deleted: " + images);
        }
    }

    private void bind(List<UUID> images) throws SQLException {
        if (size == 1) {
            delete.setObject(2, images.get(0));
        } else {
            delete.setArray(2, connection.createArrayOf("uuid", images.toArray()));
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
