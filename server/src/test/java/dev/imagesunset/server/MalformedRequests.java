package dev.imagesunset.server;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/** Requests that nobody with good intentions sends; every byte is a character. The same seed gives the same requests. */
final class MalformedRequests {
    private static final String GOOD_ID = "3c3d1d01-b48a-4639-8a88-08be3b9b5d78";
    private static final List<String> IDS = List.of(
            "%",
            "%z",
            "%zz",
            "%0",
            "%00",
            "a%00b",
            "%2e%2e",
            "..",
            ".",
            "../..",
            "%2f",
            "a%2Fb",
            "%5c",
            "\\",
            "%25",
            "%2500",
            "%c0%af",
            "%ff%fe",
            "%ed%a0%80",
            "%F5%80%80%80",
            "\u00ff\u00fe",
            "\u0000",
            "\u0001",
            "\u007f",
            "a b",
            "a\tb",
            "a\u000bb",
            ";",
            "a;jsessionid=1",
            "%0d%0aX-Evil:%201",
            "\u001b[31m",
            "<script>",
            "'%20OR%201=1--",
            "${jndi:ldap://localhost/a}",
            "%24%7Bjndi%7D",
            "#",
            "a#b",
            "[::1]",
            "{image_id}",
            "|",
            "^",
            "`",
            GOOD_ID + "x",
            GOOD_ID.substring(1),
            "0x" + GOOD_ID,
            "{" + GOOD_ID + "}",
            "urn:uuid:" + GOOD_ID,
            "%2B" + GOOD_ID);
    private static final List<String> METHODS = List.of(
            "GET",
            "POST",
            "delete",
            "DELETE\u0000",
            "DEL ETE",
            "D\u00c9LETE",
            "BREW",
            "CONNECT",
            "PRI",
            "@",
            "",
            "DELETE\t",
            "X".repeat(9000));
    private static final List<String> VERSIONS = List.of(
            "HTTP/1.2",
            "HTTP/2.0",
            "HTTP/9.9",
            "HTTP/1.1.1",
            "HTTP/x",
            "http/1.1",
            "HTTP/1",
            "FTP/1.1",
            "HTTP/1.1 HTTP/1.1",
            "\u0000");
    private static final List<String> HEADERS = List.of(
            "Content-Length: -1",
            "Content-Length: x",
            "Content-Length: 1\r\nContent-Length: 2",
            "Content-Length: 99999999999999999999",
            "Content-Length: 5\r\nTransfer-Encoding: chunked",
            "Transfer-Encoding: nonsense",
            "Transfer-Encoding: chunked, identity",
            "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
            "Host: a\r\nHost: b",
            "Host: [",
            "Host: a b",
            "Host: \u0000",
            ": nothing",
            " folded",
            "No colon",
            "X\u0000Y: z",
            "X-Auth-Token: \u0000",
            "X-Auth-Token: \u001b[2J",
            "X-Auth-Token: \u00e9",
            "X-Auth-Token: a\rb",
            "X-Auth-Token: a\r\nX-Auth-Token: b",
            "X-Auth-Token: demo-member\r\n X-Auth-Token: demo-admin",
            "X-Openstack-Request-Id: req-\u001b",
            "Accept: \u0000",
            "Accept: text/html\u009b[31m",
            "If-None-Match: \u0085",
            "Range: \u009b",
            "Content-Type: multipart/form-data",
            "Content-Type: multipart/form-data; boundary=\u009b",
            "Accept: " + "a/b,".repeat(500) + "a/b",
            "Accept: ;;;",
            "Expect: nonsense",
            "Connection: \u0001",
            "Cookie: \u0000",
            "Range: bytes=9-1",
            "Accept-Encoding: \u0000",
            "Accept-Language: \u0000-\u0001",
            "X-Forwarded-For: \u001b",
            "Upgrade: h2c\r\nHTTP2-Settings: x");

    private final long seed;

    MalformedRequests(long seed) {
        this.seed = seed;
    }

    String get(int number) {
        Random random = new Random(seed + number);
        return switch (number % 7) {
            case 0 -> request("DELETE", oneOf(IDS, random), "HTTP/1.1", "");
            case 1 -> request(oneOf(METHODS, random), GOOD_ID, "HTTP/1.1", "");
            case 2 -> request("DELETE", UUID.randomUUID().toString(), oneOf(VERSIONS, random), "");
            case 3 -> request("DELETE", "not-an-id", "HTTP/1.1", oneOf(HEADERS, random) + "\r\n");
            case 4 -> request("DELETE", "a".repeat(random.nextInt(20_000)), "HTTP/1.1", "");
            case 5 ->
                request(
                        "DELETE",
                        GOOD_ID,
                        "HTTP/1.1",
                        "X-Auth-Token: " + "t".repeat(1 + random.nextInt(20_000)) + "\r\n");
            default -> noise(random);
        };
    }

    private static String request(String method, String id, String version, String headers) {
        return method + " /v1.1/images/" + id + " " + version + "\r\nHost: localhost\r\n" + headers
                + "Connection: close\r\n\r\n";
    }

    /** A good request with some bytes of it replaced; the token is bad, so that none of them can succeed. */
    private static String noise(Random random) {
        StringBuilder request = new StringBuilder(request("DELETE", GOOD_ID, "HTTP/1.1", "X-Auth-Token: bad\r\n"));
        int line = request.indexOf("\r\n\r\n");
        IntStream.range(0, 1 + random.nextInt(4))
                .forEach(i -> request.setCharAt(random.nextInt(line), (char) random.nextInt(256)));
        return request.toString();
    }

    private static String oneOf(List<String> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
