package dev.imagesunset.server.bench;

import dev.imagesunset.server.Connection;
import dev.imagesunset.server.PackagedServer;
import java.io.IOException;
import java.util.UUID;

/** The call itself, on a connection that is kept open. */
final class ServedDeletes implements Load.Deletes {
    private final Connection connection;

    ServedDeletes(PackagedServer server) throws IOException {
        connection = new Connection(server.port());
    }

    @Override
    public void delete(UUID id) throws IOException {
        int status = connection.delete(id, PackagedServer.TOKEN);
        if (status != 204) {
            throw new IOException("Answered with " + status);
        }
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
