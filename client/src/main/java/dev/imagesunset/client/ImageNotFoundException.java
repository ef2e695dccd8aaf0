package dev.imagesunset.client;

/** There is no such image for the caller: it never was, it is deleted, or it is not visible (404). */
public final class ImageNotFoundException extends ImageServiceException {
    /**
     * Makes one, as a test may.
     *
     * @param what what was called, like {@code Deleting image 1}
     */
    public ImageNotFoundException(String what, Answer answer) {
        super(what, answer);
    }
}
