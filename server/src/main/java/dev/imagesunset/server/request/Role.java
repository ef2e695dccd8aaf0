package dev.imagesunset.server.request;

/** What a caller may do, of the roles that this service knows. */
public enum Role {
    /** Anything to anybody's images. */
    ADMIN,
    /** Change what its project owns. */
    MEMBER,
    /** See what its project owns. */
    READER
}
