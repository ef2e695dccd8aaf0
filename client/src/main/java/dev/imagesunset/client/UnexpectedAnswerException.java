package dev.imagesunset.client;

/** The answer is not one that the service documents: it is a gateway's, a newer service's, or another service's. */
public final class UnexpectedAnswerException extends ImageServiceException {
    /**
     * Makes one, for a test.
     *
     * @param what the call, like {@code Deleting image 1}
     */
    public UnexpectedAnswerException(String what, Answer answer) {
        super(what, answer);
    }

    UnexpectedAnswerException(String what, Answer answer, String why) {
        super(what, answer, why);
    }

    UnexpectedAnswerException(String what, Answer answer, RuntimeException illegible) {
        super(
                what,
                answer,
                "it is illegible, " + (illegible.getMessage() == null ? illegible : illegible.getMessage()));
        initCause(illegible);
    }

    /** A status from 400 to 499 blames the request, whoever sent it. */
    @Override
    boolean mayHaveGotThrough() {
        return status() / 100 != 4;
    }
}
