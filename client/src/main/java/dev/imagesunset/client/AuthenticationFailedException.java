package dev.imagesunset.client;

/** The service refused the token, and also the one that the supplier gave next (401). */
public final class AuthenticationFailedException extends ImageServiceException {
    /**
     * Makes one, for a test.
     *
     * @param what the call, like {@code Deleting image 1}
     */
    public AuthenticationFailedException(String what, Answer answer) {
        super(what, answer);
    }
}
