package dev.imagesunset.client;

/** The service failed unexpectedly (500). It is not tried again, since it is a fault that would most likely repeat itself. */
public final class ServiceFailureException extends ImageServiceException {
    /**
     * Makes one, as a test may.
     *
     * @param what what was called, like {@code Deleting image 1}
     */
    public ServiceFailureException(String what, Answer answer) {
        super(what, answer);
    }
}
