package dev.imagesunset.client.testing;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import dev.imagesunset.client.json.Json;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came, with the id that it is given.
 *
 * @param path escaped, as it came too
 */
record StubRequest(String id, String method, String path, Map<String, String> query, Headers headers, String body) {
    /** Slashes and other characters that the server's firewall lets into no path, escaped or not. */
    private static final Pattern MALFORMED =
            Pattern.compile(";|%(2[5ef]|5c|3b|[01].|e2%80%a[89])", Pattern.CASE_INSENSITIVE);

    static StubRequest of(HttpExchange exchange, String id) throws IOException {
        return new StubRequest(
                id,
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                query(exchange.getRequestURI().getRawQuery()),
                exchange.getRequestHeaders(),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    boolean isMalformed() {
        return MALFORMED.matcher(path).find();
    }

    @Nullable String token() {
        return headers.getFirst("X-Auth-Token");
    }

    /** The program that made it. */
    String agent() {
        return headers.containsKey("User-Agent") ? headers.getFirst("User-Agent") : "";
    }

    /**
     * Its body.
     *
     * @throws Refusal if it is no JSON
     */
    @Nullable Object json() {
        try {
            return Json.read(body);
        } catch (IllegalArgumentException e) {
            throw new Refusal(400, "body-malformed", "The body is no JSON: " + e.getMessage());
        }
    }

    private static Map<String, String> query(@Nullable String raw) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String parameter : raw == null || raw.isEmpty() ? new String[0] : raw.split("&", -1)) {
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? parameter : parameter.substring(0, equals);
            parameters.put(decoded(name), equals < 0 ? "" : decoded(parameter.substring(equals + 1)));
        }
        return parameters;
    }

    /** A piece of a path without its escapes; there a plus is one. */
    static String unescaped(String piece) {
        return decoded(piece.replace("+", "%2B"));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
