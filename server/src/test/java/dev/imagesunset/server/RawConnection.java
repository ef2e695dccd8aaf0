package dev.imagesunset.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** A connection on which a test sends whatever it likes, as slowly as it likes. */
public final class RawConnection implements Closeable {
    private final Socket socket;

    public RawConnection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(20_000);
    }

    /** What is answered to this, and nothing after it. */
    static String answer(String request, int port) {
        try (RawConnection connection = new RawConnection(port)) {
            if (connection.sends(request)) {
                connection.ends();
            }
            return connection.answers();
        } catch (IOException e) {
            throw new AssertionError(request, e);
        }
    }

    /** Sends something, unless the server has closed the connection: what it said before that counts. */
    public boolean sends(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(ISO_8859_1));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Tells that nothing more will be sent. */
    public void ends() throws IOException {
        socket.shutdownOutput();
    }

    /** What comes until the connection is closed or reset; a server that does neither in time fails the test. */
    public String answers() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try {
            for (int n = socket.getInputStream().read(buffer);
                    n >= 0;
                    n = socket.getInputStream().read(buffer)) {
                bytes.write(buffer, 0, n);
            }
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            // Reset: it is closed.
        }
        return bytes.toString(ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
