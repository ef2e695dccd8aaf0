package dev.imagesunset.server.front;

import org.apache.catalina.connector.Request;
import org.apache.tomcat.util.buf.MessageBytes;

/**
 * Takes {@code /images} for {@code /v2/images}. The OpenStack command line, given a ready token and an endpoint, never
 * asks what versions there are; and a redirect would not do, since that client then sends its query twice.
 */
final class MissingVersion {
    private static final String IMAGES = "/images";

    private MissingVersion() {}

    static void addTo(Request request) {
        String path = request.getDecodedRequestURI();
        if (path != null && (path.equals(IMAGES) || path.startsWith(IMAGES + "/"))) {
            addTo(request.getCoyoteRequest().requestURI());
            addTo(request.getCoyoteRequest().decodedURI());
            addTo(request.getMappingData().requestPath);
            addTo(request.getMappingData().wrapperPath);
        }
    }

    private static void addTo(MessageBytes path) {
        path.setString("/v2" + path);
    }
}
