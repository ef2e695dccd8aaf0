package dev.imagesunset.server.upstream;

/** Thrown if the image service did not answer, or not as an image service does. */
final class NoAnswer extends RuntimeException {
    private final boolean hasArrived;

    private NoAnswer(String why, boolean hasArrived) {
        super(why, null, false, false);
        this.hasArrived = hasArrived;
    }

    /** The delete cannot have reached it. */
    static NoAnswer unasked(String why) {
        return new NoAnswer(why, false);
    }

    /** The delete may have reached it, and may be done. */
    static NoAnswer asked(String why) {
        return new NoAnswer(why, true);
    }

    /** Whether the delete may be done nevertheless. */
    boolean mayBeDone() {
        return hasArrived;
    }
}
