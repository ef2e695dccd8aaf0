package dev.imagesunset.server.front;

import org.apache.catalina.connector.Request;

/**
 * Takes a body whose Content-Type is a range of types for one of no known type (RFC 9110, section 8.3), which an operation
 * refuses if it wants a body, and does not care for else. Spring would fail over it, whether there is a body or not.
 */
final class WildcardType {
    private static final String CONTENT_TYPE = "Content-Type";

    private WildcardType() {}

    static void forget(Request request) {
        String type = request.getHeader(CONTENT_TYPE);
        if (type != null && type.split(";", 2)[0].contains("*")) {
            request.getCoyoteRequest().getMimeHeaders().setValue(CONTENT_TYPE).setString("application/octet-stream");
        }
    }
}
