package dev.imagesunset.client;

/** There is no such image for the caller: it never was, it is deleted, or it is not visible (404). */
public final class ImageNotFoundException extends ImageServiceException {
    private final boolean followsALostAnswer;

    ImageNotFoundException(String what, Answer answer) {
        this(what, answer, false);
    }

    private ImageNotFoundException(String what, Answer answer, boolean followsALostAnswer) {
        super(what, answer);
        this.followsALostAnswer = followsALostAnswer;
    }

    /** Whether an earlier try of the same call may have deleted the image without our learning of it. */
    boolean followsALostAnswer() {
        return followsALostAnswer;
    }

    @Override
    ImageServiceException afterALostAnswer() {
        ImageNotFoundException same = new ImageNotFoundException(what(), answer(), true);
        same.setStackTrace(getStackTrace());
        return same;
    }
}
