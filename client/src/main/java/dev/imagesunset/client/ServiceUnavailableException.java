package dev.imagesunset.client;

/**
 * The service, or a gateway before it, stayed unavailable through all retries (502, 503, 504). Whether the last try
 * did what it was asked is unknown, unless {@link #code()} is {@code identity-unavailable}: then it did nothing. Whether
 * any try may have done something, {@link #mayHaveBeenDone()} tells.
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
