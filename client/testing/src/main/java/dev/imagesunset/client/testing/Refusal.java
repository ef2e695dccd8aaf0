package dev.imagesunset.client.testing;

import java.util.Map;

/** Why a request is not done. */
final class Refusal extends RuntimeException {
    static final String REHEARSAL = "rehearsal";

    private static final String GONE = "operation-gone";

    private final int status;
    private final String code;
    private final Map<String, String> headers;

    Refusal(int status, String code, String detail) {
        this(status, code, detail, Map.of());
    }

    Refusal(int status, String code, String detail, Map<String, String> headers) {
        super(detail);
        this.status = status;
        this.code = code;
        this.headers = Map.copyOf(headers);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    /** What became of the call, as its caller is shown it: what is gone before its end was rehearsed. */
    String outcome() {
        return code.equals(GONE) ? REHEARSAL : code;
    }

    Map<String, String> headers() {
        return headers;
    }

    static Refusal gone() {
        return new Refusal(410, GONE, "This operation ended at its sunset. Call its successor.");
    }

    static Refusal notFound() {
        return new Refusal(404, "image-not-found", "There is no such image, or it is not visible to your project.");
    }

    static Refusal invalid(String what) {
        return new Refusal(400, "image-invalid", "An image cannot be like this: " + what);
    }

    static Refusal publishing() {
        return new Refusal(403, "publishing-not-permitted", "Only an admin may make an image public.");
    }

    static Refusal readOnly(String property, String words) {
        return new Refusal(403, "property-read-only", "The property " + property + " " + words);
    }
}
