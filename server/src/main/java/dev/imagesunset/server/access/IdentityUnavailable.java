package dev.imagesunset.server.access;

/** Thrown when a token cannot be validated at the moment; the token itself may be valid. */
class IdentityUnavailable extends RuntimeException {
    IdentityUnavailable(String why) {
        super(why);
    }
}
