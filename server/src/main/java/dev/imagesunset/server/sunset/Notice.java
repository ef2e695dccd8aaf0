package dev.imagesunset.server.sunset;

import dev.imagesunset.server.request.CanonicalUuid;
import dev.imagesunset.server.request.Exchange;
import jakarta.servlet.http.HttpServletResponse;

/** The headers with which every answer announces a deprecation, prepared once. */
final class Notice {
    private final String deprecation;
    private final String sunset;
    private final String images;
    private final Deprecation of;

    Notice(Deprecation of) {
        this.of = of;
        deprecation = "@" + of.since().getEpochSecond();
        sunset = ImfFixdate.format(of.sunset());
        String successor = of.successor().path();
        images = successor.substring(0, successor.lastIndexOf('/'));
    }

    /**
     * Sets the headers {@code Deprecation}, seconds since 1970 (RFC 9745, section 2.1), {@code Sunset}, an HTTP date
     * (RFC 8594, section 3), and {@code Link} (RFC 8288).
     *
     * @param nativeApi what the link to the successor begins with, if not with this server's address; empty otherwise
     */
    void tell(Exchange exchange, String nativeApi, HttpServletResponse response) {
        response.setHeader("Deprecation", deprecation);
        response.setHeader("Sunset", sunset);
        response.setHeader(
                "Link",
                links(
                        (nativeApi.isEmpty() ? exchange.prefix() : nativeApi) + successor(exchange.path()),
                        exchange.prefix() + of.migrationPage()));
    }

    private static String links(String successor, String page) {
        return "<" + successor + ">; rel=\"successor-version\", <" + page
                + ">; rel=\"deprecation\"; type=\"text/html\", <" + page + ">; rel=\"sunset\"; type=\"text/html\"";
    }

    /** The successor's path for the request's image, or the path of all images if the request has no valid image id. */
    private String successor(String requestPath) {
        String end = requestPath.substring(requestPath.lastIndexOf('/') + 1);
        return CanonicalUuid.of(end).isPresent() ? images + "/" + end : images;
    }
}
