package dev.imagesunset.client;

/**
 * The request conflicts with what is there (409). {@link #code()} tells how: {@code image-exists} if an image has or
 * had the id; {@code image-in-use} if the image to delete is in use; {@code property-not-found} if the image lacks the
 * custom property to change; {@code decision-impossible} if the time of a word or a rehearsal is past.
 */
public final class ConflictException extends ImageServiceException {
    /**
     * Makes one, for a test.
     *
     * @param what the call, like {@code Deleting image 1}
     */
    public ConflictException(String what, Answer answer) {
        super(what, answer);
    }
}
