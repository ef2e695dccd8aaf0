package dev.imagesunset.client;

/**
 * The request conflicts with what is there; {@link #code()} tells {@code image-exists}, an id that is or was an image's,
 * from {@code property-not-found}, a change of a custom property that the image does not have (409).
 */
public final class ConflictException extends ImageServiceException {
    /**
     * Makes one, as a test may.
     *
     * @param what what was called, like {@code Deleting image 1}
     */
    public ConflictException(String what, Answer answer) {
        super(what, answer);
    }
}
