package dev.imagesunset.client;

/**
 * The service, or a gateway before it, says that the caller asks too often (429), and this try did nothing. The call was
 * retried if the answer's {@code Retry-After} was within the call's deadline; whether an earlier try may have done
 * something, {@link #mayHaveBeenDone()} tells.
 */
public final class TooManyRequestsException extends ImageServiceException {
    /**
     * Makes one, for a test.
     *
     * @param what the call, like {@code Deleting image 1}
     */
    public TooManyRequestsException(String what, Answer answer) {
        super(what, answer);
    }

    @Override
    boolean isWorthARetry() {
        return retryAfter().isPresent();
    }
}
