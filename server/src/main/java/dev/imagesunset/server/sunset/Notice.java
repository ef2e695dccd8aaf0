package dev.imagesunset.server.sunset;

import dev.imagesunset.server.problem.Gone;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;

/** What every answer tells of a deprecation, made ready once. */
final class Notice {
    private final String deprecation;
    private final String sunset;
    private final String pageLinks;
    private final Deprecation of;

    Notice(Deprecation of) {
        this.of = of;
        deprecation = "@" + of.since().getEpochSecond();
        sunset = ImfFixdate.format(of.sunset());
        pageLinks = ", <%1$s>; rel=\"deprecation\"; type=\"text/html\", <%1$s>; rel=\"sunset\"; type=\"text/html\""
                .formatted(of.migrationPage());
    }

    /** Whether the sunset has come. */
    boolean isPast(Instant now) {
        return !now.isBefore(of.sunset());
    }

    Gone gone() {
        return Gone.forGood(
                "This call has ended for good on %s. Call %s instead; the page %s shows how."
                        .formatted(of.sunset(), of.successor().operation(), of.migrationPage()),
                of.successor().operation());
    }

    /** Whether a request's path is of the API version that ends, known operation or not. */
    boolean covers(String requestPath) {
        return of.covers(requestPath);
    }

    /**
     * Sets the headers {@code Deprecation}, seconds since 1970 (RFC 9745, section 2.1), {@code Sunset}, an HTTP date
     * (RFC 8594, section 3), and {@code Link} (RFC 8288).
     */
    void tell(String requestPath, HttpServletResponse response) {
        response.setHeader("Deprecation", deprecation);
        response.setHeader("Sunset", sunset);
        response.setHeader(
                "Link", "<" + of.successor().forRequest(requestPath) + ">; rel=\"successor-version\"" + pageLinks);
    }
}
