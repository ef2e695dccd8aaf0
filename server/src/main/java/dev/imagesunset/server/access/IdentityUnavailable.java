package dev.imagesunset.server.access;

/** Whether a token is good cannot be told now, which says nothing about the token. */
class IdentityUnavailable extends RuntimeException {
    IdentityUnavailable(String why) {
        super(why);
    }
}
