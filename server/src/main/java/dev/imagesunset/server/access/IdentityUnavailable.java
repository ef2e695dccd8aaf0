package dev.imagesunset.server.access;

import org.springframework.security.core.AuthenticationException;

/** Whether a token is good cannot be told now, which says nothing about the token. */
class IdentityUnavailable extends AuthenticationException {
    IdentityUnavailable(String why) {
        super(why);
    }
}
