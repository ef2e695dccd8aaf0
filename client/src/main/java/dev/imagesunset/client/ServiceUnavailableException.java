package dev.imagesunset.client;

/**
 * The service, or a gateway before it, stayed unavailable through all retries (502, 503, 504). Whether it did what it
 * was asked is unknown, unless {@link #code()} is {@code identity-unavailable}: then it did not.
 */
public final class ServiceUnavailableException extends ImageServiceException {
    /**
     * Makes one, for a test.
     *
     * @param what the call, like {@code Deleting image 1}
     */
    public ServiceUnavailableException(String what, Answer answer) {
        super(what, answer);
    }

    @Override
    boolean isWorthARetry() {
        return true;
    }

    @Override
    boolean mayHaveGotThrough() {
        return code().filter("identity-unavailable"::equals).isEmpty();
    }
}
