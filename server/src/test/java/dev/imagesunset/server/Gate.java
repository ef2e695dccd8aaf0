package dev.imagesunset.server;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A port in front of a PostgreSQL, through which a test cuts or stops all connections, and which counts the round
 * trips.
 */
public final class Gate implements Closeable {
    private static final byte READY_FOR_QUERY = 'Z';
    private static final int HEADER_LENGTH = 5;

    private final int target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicInteger roundTrips = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private ServerSocket door;
    private CompletableFuture<Void> accepting = CompletableFuture.completedFuture(null);
    private boolean hanging;

    public Gate(int target) {
        this.target = target;
        // It is opened again on the port that it had.
        door = listenOn(FreePort.find());
    }

    public int port() {
        return door.getLocalPort();
    }

    /** How often the database became ready for the next query. */
    public int roundTrips() {
        return roundTrips.get();
    }

    /** Refuses new connections and cuts those that there are. */
    public void shut() {
        closeQuietly(door);
        // Until nobody waits at it any more, the system keeps the port.
        accepting.join();
        sockets.forEach(Gate::closeQuietly);
    }

    /** Lets nothing through any more, in either direction, and closes nothing. */
    public synchronized void hang() {
        hanging = true;
    }

    /** Lets everything through again, what was held back too. */
    public synchronized void open() {
        hanging = false;
        notifyAll();
        if (door.isClosed()) {
            door = listenOn(door.getLocalPort());
        }
    }

    @Override
    public void close() {
        shut();
        threads.shutdownNow();
    }

    private ServerSocket listenOn(int port) {
        try {
            ServerSocket opened = new ServerSocket();
            opened.setReuseAddress(true);
            opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            accepting = CompletableFuture.runAsync(() -> accept(opened), threads);
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket opened) {
        try {
            while (true) {
                Socket client = opened.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                sockets.add(client);
                sockets.add(server);
                if (opened.isClosed()) {
                    closeQuietly(client);
                    closeQuietly(server);
                }
                threads.execute(() -> pump(client, server));
                threads.execute(() -> pumpMessages(server, client));
            }
        } catch (IOException e) {
            closeQuietly(opened);
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[8192];
        try {
            for (int n = from.getInputStream().read(buffer);
                    n >= 0;
                    n = from.getInputStream().read(buffer)) {
                passThrough();
                to.getOutputStream().write(buffer, 0, n);
            }
        } catch (IOException e) {
            // Then the connection ends.
        } finally {
            end(from, to);
        }
    }

    private void pumpMessages(Socket from, Socket to) {
        try {
            pumpMessages(new DataInputStream(from.getInputStream()), to.getOutputStream());
        } catch (IOException e) {
            // Then the connection ends.
        } finally {
            end(from, to);
        }
    }

    /** Passes on what the server says: bytes that are a type, a length that counts itself, and a body. */
    private void pumpMessages(DataInputStream from, OutputStream to) throws IOException {
        while (true) {
            byte type = from.readByte();
            byte[] message = readMessage(type, from);
            passThrough();
            // Before whoever waits can see the answer and ask how many there were.
            if (type == READY_FOR_QUERY) {
                roundTrips.incrementAndGet();
            }
            to.write(message);
        }
    }

    private static byte[] readMessage(byte type, DataInputStream from) throws IOException {
        int length = from.readInt();
        byte[] message = new byte[length + 1];
        ByteBuffer.wrap(message).put(type).putInt(length);
        from.readFully(message, HEADER_LENGTH, length + 1 - HEADER_LENGTH);
        return message;
    }

    private synchronized void passThrough() throws IOException {
        while (hanging) {
            try {
                wait();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }

    private void end(Socket one, Socket other) {
        sockets.remove(one);
        sockets.remove(other);
        closeQuietly(one);
        closeQuietly(other);
    }

    private static void closeQuietly(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
