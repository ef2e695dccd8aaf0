package dev.imagesunset.server.request;

/** A role that this service knows, which says what a caller may do. */
public enum Role {
    /** May do anything to anybody's images. */
    ADMIN,
    /** May change what its project owns. */
    MEMBER,
    /** May see what its project owns. */
    READER
}
