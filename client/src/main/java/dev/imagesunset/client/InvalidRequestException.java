package dev.imagesunset.client;

/** The service could not make sense of the request, for example because an image id is not a UUID (400). */
public final class InvalidRequestException extends ImageServiceException {
    /**
     * Makes one, for a test.
     *
     * @param what the call, like {@code Deleting image 1}
     */
    public InvalidRequestException(String what, Answer answer) {
        super(what, answer);
    }
}
