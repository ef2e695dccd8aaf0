package dev.imagesunset.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** A port in front of something that the server depends on, where a test does to what passes what networks and balancers do. */
public final class FaultProxy implements Closeable {
    /** What becomes of a question, or of its answer. */
    public enum Fault {
        NONE,
        /** Nobody is there: what is open is reset, and so is what is opened. */
        GONE,
        QUESTIONS_ARE_RESET,
        ANSWERS_ARE_RESET,
        /** A network that lets through one direction only. */
        QUESTIONS_ARE_LOST,
        ANSWERS_ARE_LOST,
        ANSWERS_END_HALFWAY,
        ANSWERS_DRIP,
        QUESTIONS_DRIP,
        ANSWERS_ARE_LATE,
        /** Something else answers, in its own words. */
        ANSWERS_ARE_A_PAGE
    }

    private static final byte[] PAGE =
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 13\r\n\r\n<html></html>".getBytes(US_ASCII);
    /** So slow that a few bytes take longer than anybody waits. */
    private static final Duration PER_BYTE = Duration.ofMillis(100);
    /** So late that it is felt, and in time all the same. */
    private static final Duration LATE = Duration.ofMillis(20);

    private final int target;
    private final ServerSocket door;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile Fault fault = Fault.NONE;

    public FaultProxy(int target) {
        this.target = target;
        try {
            door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    public int port() {
        return door.getLocalPort();
    }

    public void has(Fault newFault) {
        fault = newFault;
        if (newFault == Fault.GONE) {
            sockets.forEach(FaultProxy::reset);
        }
    }

    /** Passes on what comes. A connection that lost something stays broken, as TCP's do; a new one works. */
    public void isWell() {
        fault = Fault.NONE;
    }

    @Override
    public void close() throws IOException {
        door.close();
        sockets.forEach(FaultProxy::reset);
        threads.shutdownNow();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                if (fault == Fault.GONE) {
                    reset(client);
                } else {
                    connect(client, new Socket(InetAddress.getLoopbackAddress(), target));
                }
            } catch (IOException e) {
                // The door is closed, or the target is.
            }
        }
    }

    private void connect(Socket client, Socket server) throws IOException {
        for (Socket socket : new Socket[] {client, server}) {
            socket.setTcpNoDelay(true);
            sockets.add(socket);
        }
        threads.execute(() -> pump(client, server, true));
        threads.execute(() -> pump(server, client, false));
    }

    private void pump(Socket from, Socket to, boolean isQuestion) {
        byte[] buffer = new byte[8192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            boolean hasLost = false;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                byte[] bytes = Arrays.copyOf(buffer, n);
                hasLost |= !(isQuestion ? ask(bytes, from, to.getOutputStream()) : answer(bytes, to));
                if (hasLost && fault == Fault.NONE) {
                    break;
                }
            }
        } catch (IOException e) {
            // Then the connection ends.
        } finally {
            sockets.remove(from);
        }
    }

    /** Whether nothing is lost. */
    private boolean ask(byte[] question, Socket client, OutputStream server) throws IOException {
        switch (fault) {
            case QUESTIONS_ARE_RESET -> reset(client);
            case QUESTIONS_ARE_LOST -> {
                return false;
            }
            case QUESTIONS_DRIP -> drip(question, server);
            default -> server.write(question);
        }
        return true;
    }

    private boolean answer(byte[] answer, Socket client) throws IOException {
        OutputStream to = client.getOutputStream();
        switch (fault) {
            case ANSWERS_ARE_RESET -> reset(client);
            case ANSWERS_ARE_LOST -> {
                return false;
            }
            case ANSWERS_END_HALFWAY -> {
                to.write(answer, 0, answer.length / 2);
                client.close();
            }
            case ANSWERS_DRIP -> drip(answer, to);
            case ANSWERS_ARE_LATE -> {
                LockSupport.parkNanos(LATE.toNanos());
                to.write(answer);
            }
            case ANSWERS_ARE_A_PAGE -> {
                to.write(PAGE);
                return false;
            }
            default -> to.write(answer);
        }
        return true;
    }

    /** Byte by byte, unless the fault ends. */
    private void drip(byte[] bytes, OutputStream to) throws IOException {
        int sent = 0;
        for (; sent < bytes.length && fault != Fault.NONE; sent++) {
            to.write(bytes[sent]);
            LockSupport.parkNanos(PER_BYTE.toNanos());
        }
        to.write(bytes, sent, bytes.length - sent);
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // It is closed already.
        }
    }
}
