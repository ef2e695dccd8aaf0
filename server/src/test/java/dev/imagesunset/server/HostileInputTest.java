package dev.imagesunset.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ServerTest
@ExtendWith(OutputCaptureExtension.class)
class HostileInputTest {
    /** Far more than what may be taken, and what sockets may hold. */
    private static final long ENDLESS = 30_000_000;

    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.1 (\\d{3}) .*");
    /** A request line without a version is HTTP/0.9, whose answers are a body and nothing else. */
    private static final String HTTP_0_9 = "{\"title\":\"Request error.\",\"status\":400,";

    private static final int REQUESTS = 3000;

    @Autowired
    Catalogue catalogue;

    @Autowired
    ImageService service;

    @Test
    void thousandsOfMalformedRequestsAreRefusedOrCutOffAndDoNoHarm(CapturedOutput log) {
        MalformedRequests requests = new MalformedRequests(20271231);
        List<String> wrong = IntStream.range(0, REQUESTS)
                .parallel()
                .mapToObj(number -> requests.get(number))
                .map(request -> complaint(request, send(request)))
                .filter(complaint -> complaint != null)
                .toList();
        assertThat(wrong).isEmpty();
        assertThat(log.getAll())
                .doesNotContainPattern("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f]")
                .doesNotContain("A request failed unexpectedly");
        assertThat(service.delete(catalogue.imageOf("demo", "private"), "demo-member")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void aBodyOnADeleteIsIgnored() {
        UUID id = catalogue.imageOf("demo", "private");
        String answer = send("DELETE /v1.1/images/" + id
                + " HTTP/1.1\r\nHost: localhost\r\nX-Auth-Token: demo-member\r\nContent-Length: 1000\r\nConnection: close\r\n\r\n"
                + "x".repeat(1000));
        assertThat(answer).startsWith("HTTP/1.1 204 ");
    }

    @Test
    void aBodyThatNeverEndsIsCutOff() throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream()
                    .write(("DELETE /v1.1/images/" + UUID.randomUUID()
                                    + " HTTP/1.1\r\nHost: localhost\r\nX-Auth-Token: demo-member\r\nContent-Length: 1000000000\r\n\r\n")
                            .getBytes(ISO_8859_1));
            byte[] chunk = new byte[64 * 1024];
            long sent = 0;
            try {
                while (sent < ENDLESS) {
                    socket.getOutputStream().write(chunk);
                    sent += chunk.length;
                }
            } catch (IOException e) {
                // That is it: the server closed the connection.
            }
            assertThat(sent).isLessThan(ENDLESS);
        }
    }

    @Test
    void whoSendsSlowlyWhatNobodyAskedForIsAnsweredAtOnceAndCutOff() throws Exception {
        UUID id = catalogue.imageOf("demo", "private");
        for (String body : List.of("Content-Length: 60000", "Transfer-Encoding: chunked")) {
            for (String request : List.of(
                    "DELETE /v1.1/images/" + id + " HTTP/1.1\r\nX-Auth-Token: demo-member",
                    "POST /v2/images HTTP/1.1\r\nContent-Type: application/json",
                    "PATCH /v2/images/" + id + " HTTP/1.1\r\nX-Auth-Token: nobody",
                    "GET /deprecation HTTP/1.1",
                    "OPTIONS /v2/images HTTP/1.1")) {
                Instant start = Instant.now();
                String answer = sendSlowly(request + "\r\nHost: localhost\r\n" + body + "\r\n\r\n");
                assertThat(answer).as(request).startsWith("HTTP/1.1 ");
                if (!request.startsWith("P") || body.endsWith("chunked")) {
                    assertThat(answer).as(request).contains("Connection: close");
                }
                assertThat(Duration.between(start, Instant.now())).as(request).isLessThan(Duration.ofSeconds(3));
            }
        }
        assertThat(catalogue.row(id)).containsEntry("status", "deleted");
    }

    @Test
    void whatArrivedWithTheRequestCostsNoConnection() throws IOException {
        try (Socket socket = connect()) {
            String request =
                    "DELETE /v1.1/nope HTTP/1.1\r\nHost: localhost\r\nX-Auth-Token: demo-member\r\nContent-Length: 2\r\n\r\n{}";
            socket.getOutputStream().write((request + request).getBytes(ISO_8859_1));
            socket.shutdownOutput();
            assertThat(readAll(socket.getInputStream()).split("HTTP/1.1 404 ", -1))
                    .hasSize(3);
        }
    }

    @Test
    void norDoesWhatComesRightBehindItWhetherItIsWantedOrNot() throws Exception {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        try (Socket socket = connect()) {
            socket.setTcpNoDelay(true);
            for (String request :
                    List.of("DELETE /v1.1/nope", "POST /v2/images", "DELETE /v1.1/images/1", "GET /v2/images")) {
                send(socket, request + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n");
                clock.schedule(() -> send(socket, "{}"), 10, TimeUnit.MILLISECONDS)
                        .get();
            }
            socket.shutdownOutput();
            assertThat(readAll(socket.getInputStream()).split("HTTP/1.1 40[14] ", -1))
                    .hasSize(5);
        } finally {
            clock.shutdownNow();
        }
    }

    @Test
    void aBodyThatIsWantedAndComesSlowlyIsCutOff() throws Exception {
        assertThat(
                        sendSlowly(
                                "POST /v2/images HTTP/1.1\r\nHost: localhost\r\nX-Auth-Token: demo-member\r\nContent-Type: application/json\r\nContent-Length: 60000\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .contains("request-malformed");
    }

    private String sendSlowly(String head) throws IOException {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        try (Socket socket = connect()) {
            socket.getOutputStream().write(head.getBytes(ISO_8859_1));
            Future<?> dripping = clock.scheduleAtFixedRate(() -> drip(socket), 0, 1, TimeUnit.SECONDS);
            String answer = readAll(socket.getInputStream());
            dripping.cancel(true);
            return answer;
        } finally {
            clock.shutdownNow();
        }
    }

    private static void drip(Socket socket) {
        send(socket, "x");
    }

    private static void send(Socket socket, String text) {
        try {
            socket.getOutputStream().write(text.getBytes(ISO_8859_1));
        } catch (IOException e) {
            // The server closed the connection.
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/deprecation", "/openapi/image-service.yaml", "/contract.js", "/v1.1/images/1"})
    void aControlCharacterInAHeaderIsRefusedOnEveryPath(String path) {
        for (String header : List.of("Accept", "If-None-Match", "Range", "Content-Type", "X-Forwarded-For")) {
            String answer = send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + header
                    + ": text/html\u009b[31m\r\nConnection: close\r\n\r\n");
            assertThat(answer).as("%s on %s", header, path).doesNotStartWith("HTTP/1.1 5");
        }
    }

    @Test
    void aFormIsNotRead() {
        for (String path : List.of("/", "/v1.1/images/" + UUID.randomUUID())) {
            for (String type : List.of("multipart/form-data", "multipart/form-data; boundary=x")) {
                String answer = send(
                        "DELETE " + path + " HTTP/1.1\r\nHost: localhost\r\nX-Auth-Token: demo-member\r\nContent-Type: "
                                + type + "\r\nContent-Length: 5\r\nConnection: close\r\n\r\n--x\r\n");
                assertThat(answer).startsWith("HTTP/1.1 40").contains("application/problem+json");
            }
        }
    }

    @Test
    void aClientThatStopsInTheMiddleIsCutOff() throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write("DELETE /v1.1/images/1 HTTP/1.1\r\nHost: loc".getBytes(ISO_8859_1));
            Instant start = Instant.now();
            assertThat(readAll(socket.getInputStream())).doesNotContain("HTTP/1.1 2");
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
        }
    }

    private static @Nullable String complaint(String request, String answer) {
        if (answer.isEmpty() || answer.startsWith(HTTP_0_9)) {
            return null;
        }
        Matcher status = STATUS_LINE.matcher(answer.lines().findFirst().orElse(""));
        boolean isRefusal = status.matches() && status.group(1).startsWith("4");
        boolean isProblem = answer.contains("Content-Type: application/problem+json")
                && answer.contains("X-Openstack-Request-Id: req-");
        return isRefusal && isProblem ? null : shown(request) + " -> " + shown(answer);
    }

    private static String shown(String text) {
        return text.length() > 200 ? text.substring(0, 200) + "..." : text;
    }

    private String send(String request) {
        try (Socket socket = connect()) {
            try {
                socket.getOutputStream().write(request.getBytes(ISO_8859_1));
                socket.shutdownOutput();
            } catch (IOException e) {
                // The server closed the connection early; what it said first counts.
            }
            return readAll(socket.getInputStream());
        } catch (IOException e) {
            throw new AssertionError(shown(request), e);
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port());
        socket.setSoTimeout(20_000);
        return socket;
    }

    /** What comes until the connection is closed or reset; a server that does neither in time fails the test. */
    private static String readAll(InputStream answer) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try {
            for (int n = answer.read(buffer); n >= 0; n = answer.read(buffer)) {
                bytes.write(buffer, 0, n);
            }
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            // Reset: it is closed.
        }
        return bytes.toString(ISO_8859_1);
    }
}
