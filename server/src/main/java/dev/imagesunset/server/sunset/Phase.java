package dev.imagesunset.server.sunset;

/** The phase of a deprecated operation's end. */
public enum Phase {
    /** It works, and announces that it will end. */
    DEPRECATED,
    /** It is suspended in a brownout, for some or for all. */
    BROWNOUT,
    /** Its sunset has come. */
    GONE
}
