package dev.imagesunset.server.access;

import org.springframework.security.core.AuthenticationException;

/** More than one token was sent, and whoever sent the second one may be somebody else. */
class TokenAmbiguous extends AuthenticationException {
    TokenAmbiguous() {
        super("More than one token");
    }
}
