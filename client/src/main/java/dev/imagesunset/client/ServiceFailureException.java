package dev.imagesunset.client;

/** The service failed unexpectedly (500). It is not tried again, since it is a fault that would most likely repeat itself. */
public final class ServiceFailureException extends ImageServiceException {
    ServiceFailureException(String what, Answer answer) {
        super(what, answer);
    }
}
