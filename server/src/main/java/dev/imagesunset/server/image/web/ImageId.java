package dev.imagesunset.server.image.web;

import dev.imagesunset.server.problem.ProblemCode;
import dev.imagesunset.server.problem.Refusal;
import dev.imagesunset.server.request.CanonicalUuid;
import java.util.UUID;

/** The id of an image in a path. */
final class ImageId {
    private ImageId() {}

    /**
     * Reads an id, in either case.
     *
     * @throws Refusal if it is not a UUID in its canonical form
     */
    static UUID parse(String text) {
        return CanonicalUuid.of(text).orElseThrow(() -> new Refusal(ProblemCode.IMAGE_ID_MALFORMED));
    }
}
