package dev.imagesunset.client;

import dev.imagesunset.client.model.Problem;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A call did not succeed. The message says what was called, why it failed, and under which request id. */
public abstract class ImageServiceException extends RuntimeException {
    private final Answer answer;
    private int tries = 1;
    private boolean followsALostAnswer;

    ImageServiceException(String what, Answer answer) {
        super(Shortened.text(message(what, answer)));
        this.answer = answer;
    }

    ImageServiceException(String what, Answer answer, String why) {
        super(Shortened.text(message(what, answer) + ": " + why));
        this.answer = answer;
    }

    ImageServiceException(String what, String why, Throwable cause) {
        super(Shortened.text(what + why), cause);
        this.answer = Answer.NONE;
    }

    /**
     * The exception that a client throws for an answer: chosen by its status, or {@link UnexpectedAnswerException} if
     * the service does not document such an answer.
     *
     * @param what the call, like {@code Deleting image 1}
     */
    public static ImageServiceException of(String what, Answer answer) {
        return Refusals.exception(what, answer);
    }

    @Override
    public String getMessage() {
        return super.getMessage() + ending(tries);
    }

    /** How often the call was tried; 0 if it was interrupted before anything was sent. */
    public int tries() {
        return tries;
    }

    /**
     * Whether the service may have done what the call asked, although the call failed: in the last try, if this failure
     * leaves that open, or in an earlier one whose answer was lost. If it did nothing for certain, this is {@code false}.
     */
    public boolean mayHaveBeenDone() {
        return followsALostAnswer || mayHaveGotThrough();
    }

    /** The HTTP status of the answer, or 0 if there was no answer. */
    public int status() {
        return answer.status();
    }

    /** The problem document (RFC 9457) of the answer, if it had one. */
    public Optional<Problem> problem() {
        return answer.problem();
    }

    /** The cause as the contract's stable word, like {@code image-protected}; it tells causes of one status apart. */
    public Optional<String> code() {
        return problem().map(Problem::getCode);
    }

    /** The request's id in the service's logs, like {@code req-75e9edca-…}; quote it when you ask for help. */
    public Optional<String> requestId() {
        return answer.requestId();
    }

    /** What the answer said about the end of the call. */
    public Optional<DeprecationNotice> deprecation() {
        return answer.deprecation();
    }

    boolean isWorthARetry() {
        return false;
    }

    /** Whether the service may have done what this try asked, although it did not say so. */
    boolean mayHaveGotThrough() {
        return false;
    }

    /** The end of the message. */
    String ending(int tries) {
        return tries == 1 ? "" : " (after " + tries + " tries)";
    }

    /** This one, known to be the last of so many tries, and whether the answer of an earlier one was lost. */
    ImageServiceException afterTries(int tries, boolean followsALostAnswer) {
        this.tries = tries;
        this.followsALostAnswer = followsALostAnswer;
        return this;
    }

    /**
     * Whether an earlier try of the same call, whose answer was lost, is the likely reason why this one was refused with
     * this code. Without the code, the refusal may be a gateway's, which knows of no image.
     */
    boolean isOwedToAnEarlierTry(String code) {
        return followsALostAnswer && code().filter(code::equals).isPresent();
    }

    /** How long the answer asks to wait before another try. */
    public Optional<Duration> retryAfter() {
        return answer.retryAfter();
    }

    /** What the service answered; its status is 0 if there was no answer. */
    public Answer answer() {
        return answer;
    }

    private static String message(String what, Answer answer) {
        String name = answer.requestId().map(id -> " [" + id + "]").orElse("");
        return what + " was answered with " + answer.status()
                + answer.problem().map(ImageServiceException::reason).orElse("") + name;
    }

    private static String reason(Problem problem) {
        String code = problem.getCode() == null ? "" : " (" + problem.getCode() + ")";
        return code
                + Stream.of(problem.getDetail(), problem.getTitle())
                        .filter(Objects::nonNull)
                        .findFirst()
                        .map(text -> ": " + text)
                        .orElse("");
    }
}
