package dev.imagesunset.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** A port for a server that is started later. */
public final class FreePort {
    private FreePort() {}

    /**
     * Finds one that nobody listens on, and below those that the system gives to connections by itself: who tries to
     * connect until the server is there would else be given that very port some day, and talk to itself.
     */
    public static int find() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(10_000, 30_000);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException e) {
                // Somebody listens there.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
