package dev.imagesunset.client;

/** The service refused the token, and the one that the supplier gave after it (401). */
public final class AuthenticationFailedException extends ImageServiceException {
    AuthenticationFailedException(String what, Answer answer) {
        super(what, answer);
    }
}
