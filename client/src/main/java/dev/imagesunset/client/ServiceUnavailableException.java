package dev.imagesunset.client;

/** The service, or a gateway before it, was unavailable until the end of all retries (502, 503, 504). */
public final class ServiceUnavailableException extends ImageServiceException {
    ServiceUnavailableException(String what, Answer answer) {
        super(what, answer);
    }

    @Override
    boolean isWorthARetry() {
        return true;
    }

    @Override
    boolean mayHaveGotThrough() {
        return true;
    }
}
