package dev.imagesunset.client;

/**
 * There is no such image for the caller: it never existed, is deleted, or is not visible (404). Without the
 * {@link #code()} {@code image-not-found}, the answer may be a gateway's, and tell nothing of the image.
 */
public final class ImageNotFoundException extends ImageServiceException {
    /**
     * Makes one, for a test.
     *
     * @param what the call, like {@code Deleting image 1}
     */
    public ImageNotFoundException(String what, Answer answer) {
        super(what, answer);
    }
}
