package dev.imagesunset.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
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
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.1 (\\d{3}) .*");
    /** A request line without a version is HTTP/0.9, whose answers are a body and nothing else. */
    private static final String HTTP_0_9 = "{\"title\":\"Request error.\",\"status\":400,";

    private static final int REQUESTS = 3000;
    private static final List<String> HEADERS =
            List.of("Accept", "If-None-Match", "Range", "Content-Type", "X-Forwarded-For");

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
                .map(request -> complaint(request, answer(request)))
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
        String answer = answer("DELETE /v1.1/images/" + id
                + " HTTP/1.1\r\nHost: localhost\r\nX-Auth-Token: demo-member\r\nContent-Length: 1000\r\nConnection: close\r\n\r\n"
                + "x".repeat(1000));
        assertThat(answer).startsWith("HTTP/1.1 204 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/deprecation", "/openapi/image-service.yaml", "/contract.js", "/v1.1/images/1"})
    void aByteBeyondAsciiInAHeaderDoesNoHarmOnAnyPath(String path) {
        for (String header : HEADERS) {
            assertThat(answer(path, header, '\u009b'))
                    .as("%s on %s", header, path)
                    .startsWith("HTTP/1.1 ")
                    .doesNotStartWith("HTTP/1.1 5");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/deprecation", "/openapi/image-service.yaml", "/contract.js", "/v1.1/images/1"})
    void aControlCharacterInAHeaderIsRefusedOnEveryPath(String path) {
        for (String header : HEADERS) {
            for (char control : new char[] {'\u0001', '\u007f'}) {
                assertThat(answer(path, header, control))
                        .as("%s on %s", header, path)
                        .startsWith("HTTP/1.1 400 ");
            }
        }
    }

    private String answer(String path, String header, char odd) {
        return answer("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + header + ": text/html" + odd
                + "[31m\r\nConnection: close\r\n\r\n");
    }

    @Test
    void aHostNeedNotBeWellNamed() {
        for (String host : List.of("a.1", "a_b", "1.2.3", "-")) {
            assertThat(answer("POST /v2/images" + toHost(host))).as(host).doesNotStartWith("HTTP/1.1 5");
            assertThat(answer("GET /versions" + toHost(host))).as(host).doesNotStartWith("HTTP/1.1 5");
        }
        assertThat(answer("POST /v2/images" + toHost("a.1")))
                .startsWith("HTTP/1.1 201 ")
                .contains("Location: http://a.1/v2/images/");
    }

    private static String toHost(String host) {
        return " HTTP/1.1\r\nHost: " + host
                + "\r\nX-Auth-Token: demo-member\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}";
    }

    @Test
    void aFormIsNotRead() {
        for (String path : List.of("/", "/v1.1/images/" + UUID.randomUUID())) {
            for (String type : List.of("multipart/form-data", "multipart/form-data; boundary=x")) {
                String answer = answer(
                        "DELETE " + path + " HTTP/1.1\r\nHost: localhost\r\nX-Auth-Token: demo-member\r\nContent-Type: "
                                + type + "\r\nContent-Length: 5\r\nConnection: close\r\n\r\n--x\r\n");
                assertThat(answer).startsWith("HTTP/1.1 40").contains("application/problem+json");
            }
        }
    }

    @Test
    void aClientThatStopsInTheMiddleIsCutOff() throws IOException {
        try (RawConnection connection = new RawConnection(service.port())) {
            connection.sends("DELETE /v1.1/images/1 HTTP/1.1\r\nHost: loc");
            Instant start = Instant.now();
            assertThat(connection.answers()).doesNotContain("HTTP/1.1 2");
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

    private String answer(String request) {
        return RawConnection.answer(request, service.port());
    }
}
