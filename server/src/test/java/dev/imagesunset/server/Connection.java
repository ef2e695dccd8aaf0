package dev.imagesunset.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One connection that is kept open, for tests that need many answers quickly. */
public final class Connection implements Closeable {
    private static final Pattern LENGTH = Pattern.compile("\r\nContent-Length: (\\d+)\r\n");

    private final byte[] buffer = new byte[4096];
    private final Socket socket;

    public Connection(int port) throws IOException {
        this(port, InetAddress.getLoopbackAddress());
    }

    /** Connects from an address of this machine's. */
    public Connection(int port, InetAddress from) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port, from, 0);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(20_000);
    }

    /** Deletes an image and returns the status. */
    public int delete(Object imageId, String token) throws IOException {
        return ask("DELETE /v1.1/images/" + imageId, token);
    }

    /** Asks for something, with a method and a path, and returns the status. */
    public int ask(String what, String token) throws IOException {
        String request = what + " HTTP/1.1\r\nHost: localhost\r\nX-Auth-Token: " + token + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(ISO_8859_1));
        return readAnswer();
    }

    private int readAnswer() throws IOException {
        String head = "";
        int end = -1;
        while (end < 0) {
            head = more(head);
            end = head.indexOf("\r\n\r\n");
        }
        Matcher length = LENGTH.matcher(head);
        if (head.contains("\r\nTransfer-Encoding: chunked\r\n")) {
            while (!head.endsWith("\r\n0\r\n\r\n")) {
                head = more(head);
            }
        } else {
            int total = end + 4 + (length.find() ? Integer.parseInt(length.group(1)) : 0);
            while (head.length() < total) {
                head = more(head);
            }
        }
        return Integer.parseInt(head.substring(9, 12));
    }

    private String more(String soFar) throws IOException {
        int n = socket.getInputStream().read(buffer);
        if (n < 0) {
            throw new EOFException("The server closed the connection");
        }
        return soFar + new String(buffer, 0, n, ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
