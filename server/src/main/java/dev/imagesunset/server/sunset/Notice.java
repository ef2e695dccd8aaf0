package dev.imagesunset.server.sunset;

import dev.imagesunset.server.problem.Refusal;
import dev.imagesunset.server.request.Exchange;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What every answer tells of a deprecation, made ready once. */
final class Notice {
    private static final Pattern ID_AT_END =
            Pattern.compile("/(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})$");

    private static final String LINKS =
            "<%1$s>; rel=\"successor-version\", <%2$s>; rel=\"deprecation\"; type=\"text/html\", <%2$s>; rel=\"sunset\"; type=\"text/html\"";

    private final String deprecation;
    private final String sunset;
    private final Deprecation of;
    private final String nativeApi;

    /**
     * Makes it ready.
     *
     * @param nativeApi what the link to the successor begins with, if that is not where this server is
     */
    Notice(Deprecation of, String nativeApi) {
        this.of = of;
        this.nativeApi = nativeApi;
        deprecation = "@" + of.since().getEpochSecond();
        sunset = ImfFixdate.format(of.sunset());
    }

    /** Whether the sunset has come. */
    boolean isPast(Instant now) {
        return !now.isBefore(of.sunset());
    }

    Refusal gone() {
        return OperationGone.forGood(of);
    }

    /**
     * Sets the headers {@code Deprecation}, seconds since 1970 (RFC 9745, section 2.1), {@code Sunset}, an HTTP date
     * (RFC 8594, section 3), and {@code Link} (RFC 8288).
     */
    void tell(Exchange exchange, HttpServletResponse response) {
        response.setHeader("Deprecation", deprecation);
        response.setHeader("Sunset", sunset);
        response.setHeader(
                "Link",
                LINKS.formatted(
                        (nativeApi.isEmpty() ? exchange.prefix() : nativeApi) + successor(exchange.path()),
                        exchange.prefix() + of.migrationPage()));
    }

    /** The successor's path for the image that a request is about, or the path of all images if its id is none. */
    private String successor(String requestPath) {
        String path = of.successor().path();
        String images = path.substring(0, path.lastIndexOf('/'));
        Matcher id = ID_AT_END.matcher(requestPath);
        return id.find() ? images + "/" + id.group(1) : images;
    }
}
