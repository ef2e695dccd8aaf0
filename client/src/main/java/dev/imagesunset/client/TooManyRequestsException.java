package dev.imagesunset.client;

/**
 * The caller asks too often (429), says the service or a gateway before it, which has not done what it was asked. The call was
 * tried again if the answer said when, in {@code Retry-After}, and that was within the call's deadline.
 */
public final class TooManyRequestsException extends ImageServiceException {
    /**
     * Makes one, as a test may.
     *
     * @param what what was called, like {@code Deleting image 1}
     */
    public TooManyRequestsException(String what, Answer answer) {
        super(what, answer);
    }

    @Override
    boolean isWorthARetry() {
        return retryAfter().isPresent();
    }
}
