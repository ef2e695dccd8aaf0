package dev.imagesunset.client;

/** The service could not make sense of the request, for example of an image id that is not a UUID (400). */
public final class InvalidRequestException extends ImageServiceException {
    InvalidRequestException(String what, Answer answer) {
        super(what, answer);
    }
}
