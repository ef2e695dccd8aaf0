package dev.imagesunset.server.deprecation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The operation to call instead of a deprecated one.
 *
 * @param method its HTTP method
 * @param path its path, with the image's id in braces at the end
 */
public record Successor(String method, String path) {
    private static final Pattern ID_AT_END =
            Pattern.compile("/(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})$");

    static Successor parse(String text) {
        String[] methodAndPath = text.split(" ", 2);
        return new Successor(methodAndPath[0], methodAndPath[1]);
    }

    /** The successor's path for the image that a request is about, or the path of all images if its id is none. */
    String forRequest(String requestPath) {
        String images = path.substring(0, path.lastIndexOf('/'));
        Matcher id = ID_AT_END.matcher(requestPath);
        return id.find() ? images + "/" + id.group(1) : images;
    }
}
