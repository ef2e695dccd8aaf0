package dev.imagesunset.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Sends bytes that no HTTP client would send. */
public final class RawHttp {
    private RawHttp() {}

    /** Sends a request line and header lines, and reads the answer until the server closes the connection. */
    public static Answer send(int port, String requestLine, String... headerLines) {
        String head = requestLine + "\r\nHost: localhost\r\nConnection: close\r\n"
                + Arrays.stream(headerLines).map(line -> line + "\r\n").collect(Collectors.joining()) + "\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(head.getBytes(ISO_8859_1));
            return parse(new String(socket.getInputStream().readAllBytes(), ISO_8859_1));
        } catch (IOException e) {
            throw new AssertionError(requestLine, e);
        }
    }

    private static Answer parse(String answer) {
        String[] headAndBody = answer.split("\r\n\r\n", 2);
        String[] lines = headAndBody[0].split("\r\n", -1);
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Arrays.stream(lines)
                .skip(1)
                .map(line -> line.split(": ", 2))
                .forEach(field -> headers.put(field[0], List.of(field[1])));
        return new Answer(Integer.parseInt(lines[0].split(" ", -1)[1]), headers, headAndBody[1]);
    }
}
