package dev.imagesunset.client;

/**
 * The service, or a gateway before it, was unavailable until the end of all retries (502, 503, 504). Whether it has done
 * what it was asked is not known, except that it has not when {@link #code()} is {@code identity-unavailable}.
 */
public final class ServiceUnavailableException extends ImageServiceException {
    /**
     * Makes one, as a test may.
     *
     * @param what what was called, like {@code Deleting image 1}
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
