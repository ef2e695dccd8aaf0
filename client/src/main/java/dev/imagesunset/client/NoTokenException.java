package dev.imagesunset.client;

/**
 * The token supplier failed, gave something that cannot be a token, or did not answer within the call's deadline; the
 * cause tells which. The request that lacked the token was not sent.
 */
public final class NoTokenException extends ImageServiceException {
    /**
     * Makes one, for a test.
     *
     * @param what the call, like {@code Deleting image 1}
     * @param why the reason why it had no token
     */
    public NoTokenException(String what, String why, Throwable cause) {
        super(what, " had no token: " + why, cause);
    }
}
