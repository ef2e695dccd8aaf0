package dev.imagesunset.server.deprecation;

import dev.imagesunset.server.contract.Contract;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * What the contract says of the end of an operation.
 *
 * @param method the operation's HTTP method
 * @param path the operation's path, with parameters in braces
 * @param since from when on it is deprecated
 * @param sunset from when on it is gone
 * @param successor the operation to call instead
 * @param migrationPage the path of the page that tells how to move
 */
public record Deprecation(
        String method, String path, Instant since, Instant sunset, Successor successor, String migrationPage) {
    private static final DateTimeFormatter IMF_FIXDATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    static Deprecation of(Contract.Operation operation) {
        JsonNode definition = operation.definition();
        return new Deprecation(
                operation.method(),
                operation.path(),
                startOfDay(definition.get("x-deprecated-at").asString()),
                startOfDay(definition.get("x-sunset").asString()),
                Successor.parse(definition.get("x-successor").asString()),
                definition.get("x-migration-page").asString());
    }

    /** Whether a request's path is of the API version that ends, known operation or not. */
    boolean covers(String requestPath) {
        String version = path.substring(0, path.indexOf('/', 1));
        return requestPath.equals(version) || requestPath.startsWith(version + "/");
    }

    /** The value of the header {@code Deprecation}: a structured date, seconds since 1970 (RFC 9745, section 2.1). */
    String deprecationHeader() {
        return "@" + since.getEpochSecond();
    }

    /** The value of the header {@code Sunset}: an HTTP date (RFC 8594, section 3). */
    String sunsetHeader() {
        return IMF_FIXDATE.format(sunset);
    }

    /** The value of the header {@code Link} (RFC 8288) for a request of the given path. */
    String linkHeader(String requestPath) {
        return "<%s>; rel=\"successor-version\", <%2$s>; rel=\"deprecation\"; type=\"text/html\", <%2$s>; rel=\"sunset\"; type=\"text/html\""
                .formatted(successor.forRequest(requestPath), migrationPage);
    }

    private static Instant startOfDay(String date) {
        return LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
