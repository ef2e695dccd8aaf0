package dev.imagesunset.server.front;

import org.apache.catalina.connector.Request;

/**
 * Treats a body whose Content-Type is a media range as one of unknown type (RFC 9110, section 8.3): an operation that
 * needs a body refuses it, and any other ignores it. Spring would fail on the header, with or without a body.
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
