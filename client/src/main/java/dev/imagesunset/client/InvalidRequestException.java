package dev.imagesunset.client;

/** The service could not make sense of the request, for example of an image id that is not a UUID (400). */
public final class InvalidRequestException extends ImageServiceException {
    /**
     * Makes one, as a test may.
     *
     * @param what what was called, like {@code Deleting image 1}
     */
    public InvalidRequestException(String what, Answer answer) {
        super(what, answer);
    }
}
