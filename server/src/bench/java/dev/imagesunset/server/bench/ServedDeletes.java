package dev.imagesunset.server.bench;

import dev.imagesunset.server.Connection;
import dev.imagesunset.server.PackagedServer;
import java.io.IOException;

/** The call itself, on a connection that is kept open, with one status as the only one that will do. */
final class ServedDeletes implements Load.Worker<Object> {
    private final Connection connection;
    private final int expected;

    ServedDeletes(PackagedServer server, int expected) throws IOException {
        connection = new Connection(server.port());
        this.expected = expected;
    }

    @Override
    public void does(Object imageId) throws IOException {
        int status = connection.delete(imageId, PackagedServer.TOKEN);
        if (status != expected) {
            throw new IOException("Answered with " + status);
        }
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
