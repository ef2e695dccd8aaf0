package dev.imagesunset.client;

/**
 * The service failed unexpectedly (500). The call is not retried, since such a fault would most likely repeat itself.
 * Whether this try did what it was asked is unknown.
 */
public final class ServiceFailureException extends ImageServiceException {
    /**
     * Makes one, for a test.
     *
     * @param what the call, like {@code Deleting image 1}
     */
    public ServiceFailureException(String what, Answer answer) {
        super(what, answer);
    }

    @Override
    boolean mayHaveGotThrough() {
        return true;
    }
}
