package dev.imagesunset.server.upstream;

/** The image service did not answer, or not as one. */
final class NoAnswer extends RuntimeException {
    private final boolean hasArrived;

    private NoAnswer(String why, boolean hasArrived) {
        super(why, null, false, false);
        this.hasArrived = hasArrived;
    }

    /** What was asked cannot have reached it. */
    static NoAnswer unasked(String why) {
        return new NoAnswer(why, false);
    }

    /** What was asked may have reached it, and may be done. */
    static NoAnswer asked(String why) {
        return new NoAnswer(why, true);
    }

    /** Whether what was asked may be done all the same. */
    boolean mayBeDone() {
        return hasArrived;
    }
}
