package dev.imagesunset.client;

import java.util.Optional;

/**
 * The outcome of a successful delete: the image is deleted.
 *
 * @param certainty how that is known
 * @param answer the service's last answer
 */
public record Deletion(Certainty certainty, Answer answer) {
    /** How it is known that an image is deleted. */
    public enum Certainty {
        /** The service said so (204 or 200). */
        CONFIRMED,
        /**
         * An earlier try of this call had no usable answer, and the next one found no image (404 with the code
         * {@code image-not-found}): the earlier try got through, unless there never was such an image.
         */
        BY_AN_EARLIER_TRY
    }

    /** A deletion that the service confirmed in its answer. */
    public static Deletion confirmed(Answer answer) {
        return new Deletion(Certainty.CONFIRMED, answer);
    }

    /** A deletion inferred from a repeated try, which was answered that there is no such image. */
    public static Deletion byAnEarlierTry(Answer answer) {
        return new Deletion(Certainty.BY_AN_EARLIER_TRY, answer);
    }

    /** The request's id in the service's logs, and in the image's tombstone if this answer confirmed the delete. */
    public Optional<String> requestId() {
        return answer.requestId();
    }

    /** What the service said about the end of the call. */
    public Optional<DeprecationNotice> deprecation() {
        return answer.deprecation();
    }
}
