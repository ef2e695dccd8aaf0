package dev.imagesunset.client;

/**
 * The token supplier failed, gave something that cannot be a token, or did not answer within the call's deadline; the cause
 * tells which. Nothing was sent with the token that the call lacked.
 */
public final class NoTokenException extends ImageServiceException {
    NoTokenException(String what, String why, Throwable cause) {
        super(what, " had no token: " + why, cause);
    }
}
