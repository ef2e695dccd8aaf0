package dev.imagesunset.server.sunset;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The operation to call instead of a deprecated one.
 *
 * @param method its HTTP method
 * @param path its path, with the image's id in braces at the end
 * @param operationId its name in the contract
 */
public record Successor(String method, String path, String operationId) {
    private static final Pattern ID_AT_END =
            Pattern.compile("/(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})$");

    /** The operation as its method and path. */
    public String operation() {
        return method + " " + path;
    }

    /** The version of the API that it is of, like {@code v2}. */
    public String version() {
        return path.substring(1, path.indexOf('/', 1));
    }

    /** Whether a request asks for this operation. */
    public boolean covers(String requestMethod, String requestPath) {
        String images = path.substring(0, path.lastIndexOf('/') + 1);
        return requestMethod.equals(method)
                && requestPath.startsWith(images)
                && requestPath.length() > images.length()
                && requestPath.indexOf('/', images.length()) < 0;
    }

    /** The successor's path for the image that a request is about, or the path of all images if its id is none. */
    String forRequest(String requestPath) {
        String images = path.substring(0, path.lastIndexOf('/'));
        Matcher id = ID_AT_END.matcher(requestPath);
        return id.find() ? images + "/" + id.group(1) : images;
    }
}
