package dev.imagesunset.client;

/**
 * The request conflicts with what is there (409); {@link #code()} tells how: {@code image-exists}, an id that is or was an
 * image's; {@code image-in-use}, a delete of an image that is in use; {@code property-not-found}, a change of a custom property
 * that the image does not have; {@code decision-impossible}, a word or a rehearsal whose time is past.
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
