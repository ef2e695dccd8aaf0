package dev.imagesunset.client;

import java.util.Optional;

/** An image is deleted. */
public final class Deletion {
    private final Certainty certainty;
    private final Answer answer;

    private Deletion(Certainty certainty, Answer answer) {
        this.certainty = certainty;
        this.answer = answer;
    }

    /** How it is known that the image is deleted. */
    public enum Certainty {
        /** The service said so (204 or 200). */
        CONFIRMED,
        /**
         * An earlier try of this call had no usable answer, and the next one found no image (404): the earlier try got
         * through, unless there never was such an image.
         */
        BY_AN_EARLIER_TRY
    }

    static Deletion confirmed(Answer answer) {
        return new Deletion(Certainty.CONFIRMED, answer);
    }

    static Deletion byAnEarlierTry(ImageNotFoundException notFound) {
        return new Deletion(Certainty.BY_AN_EARLIER_TRY, notFound.answer());
    }

    /** How it is known. */
    public Certainty certainty() {
        return certainty;
    }

    /** The request's name in the service's logs, and in the image's tombstone if this answer confirmed the delete. */
    public Optional<String> requestId() {
        return answer.requestId();
    }

    /** What the service said of the end of the call that was used. */
    public Optional<DeprecationNotice> deprecation() {
        return Optional.ofNullable(answer.notice());
    }

    @Override
    public String toString() {
        return "Deletion[" + certainty + ", " + requestId().orElse("without a request id") + "]";
    }
}
