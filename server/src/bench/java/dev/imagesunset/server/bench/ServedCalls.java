package dev.imagesunset.server.bench;

import dev.imagesunset.server.Connection;
import dev.imagesunset.server.PackagedServer;
import java.io.IOException;

/** Calls on a connection that is kept open, with one status as the only one that will do. */
final class ServedCalls implements Load.Worker<String> {
    private final Connection connection;
    private final int expected;

    ServedCalls(PackagedServer server, int expected) throws IOException {
        connection = new Connection(server.port());
        this.expected = expected;
    }

    @Override
    public void does(String call) throws IOException {
        int status = connection.ask(call, PackagedServer.TOKEN);
        if (status != expected) {
            throw new IOException("Answered with " + status);
        }
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
