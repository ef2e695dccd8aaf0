package dev.imagesunset.client;

/**
 * The token supplier failed, gave something that cannot be a token, or did not answer within the call's deadline; the cause
 * tells which. Nothing was sent with the token that the call lacked.
 */
public final class NoTokenException extends ImageServiceException {
    /**
     * Makes one, as a test may.
     *
     * @param what what was called, like {@code Deleting image 1}
     * @param why why it had no token
     */
    public NoTokenException(String what, String why, Throwable cause) {
        super(what, " had no token: " + why, cause);
    }
}
