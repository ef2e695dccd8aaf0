package dev.imagesunset.server.calls;

/** What a project's silence means. */
enum Belief {
    /** It still calls, or is silent for no longer than it has been before. */
    CALLING,
    /** It has been silent for longer than ever, but not long enough to conclude that it is gone. */
    QUIET,
    /** It was seen too rarely to have a rhythm to measure its silence against. */
    TOO_BRIEF,
    /** It calls the successor instead, in the same rhythm. */
    MOVED,
    /** It has been silent for so long that it is not expected back. */
    GONE;

    /** Whether it is expected not to call any more. */
    boolean isGone() {
        return this == MOVED || this == GONE;
    }
}
