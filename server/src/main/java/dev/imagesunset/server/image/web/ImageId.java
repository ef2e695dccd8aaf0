package dev.imagesunset.server.image.web;

import dev.imagesunset.server.problem.ProblemCode;
import dev.imagesunset.server.problem.Refusal;
import java.util.UUID;
import java.util.regex.Pattern;

/** The id of an image in a path. */
final class ImageId {
    /** Stricter than {@link UUID#fromString}, which also accepts {@code 1-1-1-1-1}. */
    private static final Pattern CANONICAL = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private ImageId() {}

    /**
     * Reads an id, in either case.
     *
     * @throws Refusal if it is not a UUID in its canonical form (RFC 9562, section 4)
     */
    static UUID parse(String text) {
        if (!CANONICAL.matcher(text).matches()) {
            throw new Refusal(ProblemCode.IMAGE_ID_MALFORMED);
        }
        return UUID.fromString(text);
    }
}
