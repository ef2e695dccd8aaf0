package dev.imagesunset.server.deprecation;

import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What every answer tells of a deprecation, made ready once. */
final class Notice {
    private static final DateTimeFormatter IMF_FIXDATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final String version;
    private final String deprecation;
    private final String sunset;
    private final String pageLinks;
    private final Successor successor;

    Notice(Deprecation of) {
        version = of.path().substring(0, of.path().indexOf('/', 1));
        deprecation = "@" + of.since().getEpochSecond();
        sunset = IMF_FIXDATE.format(of.sunset());
        pageLinks = ", <%1$s>; rel=\"deprecation\"; type=\"text/html\", <%1$s>; rel=\"sunset\"; type=\"text/html\""
                .formatted(of.migrationPage());
        successor = of.successor();
    }

    /** Whether a request's path is of the API version that ends, known operation or not. */
    boolean covers(String requestPath) {
        return requestPath.startsWith(version)
                && (requestPath.length() == version.length() || requestPath.charAt(version.length()) == '/');
    }

    /**
     * Sets the headers {@code Deprecation}, seconds since 1970 (RFC 9745, section 2.1), {@code Sunset}, an HTTP date
     * (RFC 8594, section 3), and {@code Link} (RFC 8288).
     */
    void tell(String requestPath, HttpServletResponse response) {
        response.setHeader("Deprecation", deprecation);
        response.setHeader("Sunset", sunset);
        response.setHeader(
                "Link", "<" + successor.forRequest(requestPath) + ">; rel=\"successor-version\"" + pageLinks);
    }
}
