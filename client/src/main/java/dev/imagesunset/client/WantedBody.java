package dev.imagesunset.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * As much of an answer's body as somebody wants. A refusal is one by its status, and so is a good delete: of theirs, what is
 * too long or illegible is left away.
 *
 * @param longest of a success, in bytes
 */
record WantedBody(int longest) {
    static final int STANDARD = 16 << 20;
    private static final int LONGEST_PROBLEM = 64 << 10;

    int longest(HttpRequest request, int status) {
        return isWanted(request, status) ? longest : Math.min(longest, LONGEST_PROBLEM);
    }

    /**
     * The body as text.
     *
     * @throws IllegibleAnswer if it is wanted and cannot be had
     */
    String text(HttpResponse<byte[]> received) {
        HttpRequest request = received.request();
        int status = received.statusCode();
        try {
            return new String(unpacked(received, longest(request, status)), StandardCharsets.UTF_8);
        } catch (IllegibleAnswer e) {
            if (isWanted(request, status)) {
                throw e;
            }
            return "";
        }
    }

    private static boolean isWanted(HttpRequest request, int status) {
        return status / 100 == 2 && !request.method().equals("DELETE");
    }

    private static byte[] unpacked(HttpResponse<byte[]> received, int longest) {
        // A proxy that refuses a tunnel answers without any.
        byte[] sent = received.body() == null ? new byte[0] : received.body();
        byte[] body = isPacked(received) ? unpacked(sent, longest) : sent;
        if (body.length > longest) {
            throw new IllegibleAnswer("its body is longer than " + longest + " bytes");
        }
        return body;
    }

    private static byte[] unpacked(byte[] packed, int longest) {
        try (InputStream body = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return body.readNBytes((int) Math.min(longest + 1L, Integer.MAX_VALUE));
        } catch (IOException e) {
            throw new IllegibleAnswer("its body is not the gzip that it says it is");
        }
    }

    private static boolean isPacked(HttpResponse<?> received) {
        return received.headers().allValues("Content-Encoding").stream()
                .anyMatch(codings -> codings.toLowerCase(Locale.ROOT).contains("gzip"));
    }
}
