package dev.imagesunset.server.access;

import org.springframework.security.oauth2.core.OAuth2AuthenticationException;

/** More than one token was sent, and whoever sent the second one may be somebody else. */
class TokenAmbiguous extends OAuth2AuthenticationException {
    TokenAmbiguous() {
        super("invalid_request");
    }
}
