package dev.imagesunset.server.bench;

import dev.imagesunset.server.Connection;
import dev.imagesunset.server.PackagedServer;
import java.io.IOException;
import java.util.UUID;

/** Calls on a connection that is kept open, with one status as the only one that will do. */
final class ServedCalls implements Load.Worker<String> {
    private final Connection connection;
    private final int expected;

    ServedCalls(PackagedServer server, int expected) throws IOException {
        connection = new Connection(server.port());
        this.expected = expected;
    }

    /**
     * Deletes images, after having tried some that do not exist: by then the server's statements are planned anew, which
     * they have to be when the table has been filled.
     */
    static ServedCalls warmedUp(PackagedServer server) throws IOException {
        ServedCalls calls = new ServedCalls(server, 204);
        for (int i = 0; i < DirectDeletes.WARM_UP; i++) {
            calls.expect(404, "DELETE /v1.1/images/" + UUID.randomUUID());
        }
        return calls;
    }

    @Override
    public void does(String call) throws IOException {
        expect(expected, call);
    }

    private void expect(int wanted, String call) throws IOException {
        int status = connection.ask(call, PackagedServer.TOKEN);
        if (status != wanted) {
            throw new IOException("Answered with " + status);
        }
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
