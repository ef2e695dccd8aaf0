package dev.imagesunset.server.front;

import org.apache.catalina.connector.Request;
import org.apache.tomcat.util.buf.MessageBytes;

/** Repairs two mistakes in a request's path, and no others. */
final class RepairedPath {
    private static final String IMAGES = "/images";

    private RepairedPath() {}

    /**
     * Turns repeated slashes into one, since an endpoint that ends in a slash is a common mistake and Glance forgives
     * it; and {@code /images} into {@code /v2/images}, since the OpenStack command line, given a token and an endpoint,
     * never asks which versions there are. A redirect would not do: that client then sends its query twice.
     */
    static void of(Request request) {
        MessageBytes sent = request.getCoyoteRequest().requestURI();
        String path = request.getDecodedRequestURI();
        if (path == null || sent.isNull()) {
            return;
        }
        // Tomcat has already done so with the decoded path.
        if (sent.toString().contains("//")) {
            sent.setString(sent.toString().replaceAll("/{2,}", "/"));
        }
        if (path.equals(IMAGES) || path.startsWith(IMAGES + "/")) {
            addVersion(sent);
            addVersion(request.getCoyoteRequest().decodedURI());
            addVersion(request.getMappingData().requestPath);
            addVersion(request.getMappingData().wrapperPath);
        }
    }

    private static void addVersion(MessageBytes path) {
        path.setString("/v2" + path);
    }
}
