package dev.imagesunset.server.sunset;

/** How far the end of a deprecated operation is. */
public enum Phase {
    /** It works, and says that it will not. */
    DEPRECATED,
    /** It rests in a brownout, for some or for all. */
    BROWNOUT,
    /** Its sunset has come. */
    GONE
}
