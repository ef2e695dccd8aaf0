package dev.imagesunset.server.calls;

/** What a silence is worth. */
enum Belief {
    /** It calls as ever, or is silent for no longer than before. */
    CALLING,
    /** It is silent for longer than ever, and not long enough to be believed. */
    QUIET,
    /** It was seen too little to have a rhythm that its silence could be measured against. */
    TOO_BRIEF,
    /** It calls the successor instead, in the rhythm of old. */
    MOVED,
    /** It has been silent for so long that it is not expected back. */
    GONE;

    /** Whether it is not expected to call any more. */
    boolean isGone() {
        return this == MOVED || this == GONE;
    }
}
