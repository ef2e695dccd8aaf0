package dev.imagesunset.client;

/** The service refused the token, and the one that the supplier gave after it (401). */
public final class AuthenticationFailedException extends ImageServiceException {
    /**
     * Makes one, as a test may.
     *
     * @param what what was called, like {@code Deleting image 1}
     */
    public AuthenticationFailedException(String what, Answer answer) {
        super(what, answer);
    }
}
