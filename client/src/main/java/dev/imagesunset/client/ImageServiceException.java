package dev.imagesunset.client;

import dev.imagesunset.client.model.Problem;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call did not succeed. The message says what was called, why it failed, and under which request id it is known. */
public abstract class ImageServiceException extends RuntimeException {
    private final transient Answer answer;
    private boolean followsALostAnswer;

    ImageServiceException(String what, Answer answer) {
        super(message(what, answer));
        this.answer = answer;
    }

    ImageServiceException(String what, Answer answer, String why) {
        super(message(what, answer) + ": " + why);
        this.answer = answer;
    }

    ImageServiceException(String what, String why, Throwable cause) {
        super(what + why, cause);
        this.answer = Answer.NONE;
    }

    /** The HTTP status of the answer, or 0 if there was no answer, or none that could be read. */
    public int status() {
        return answer.status();
    }

    /** The problem document (RFC 9457) of the answer, if it had one. */
    public Optional<Problem> problem() {
        return Optional.ofNullable(answer.problem());
    }

    /** The cause as the contract's stable word, like {@code image-protected}; decide by it within a status. */
    public Optional<String> code() {
        return problem().map(Problem::getCode);
    }

    /** The request's name in the service's logs, like {@code req-75e9edca-…}; quote it when you ask for help. */
    public Optional<String> requestId() {
        return answer.requestId();
    }

    /** What the answer said of the end of the call. */
    public Optional<DeprecationNotice> deprecation() {
        return Optional.ofNullable(answer.notice());
    }

    boolean isWorthARetry() {
        return false;
    }

    /** Whether the service may have done what it was asked, although it did not say so. */
    boolean mayHaveGotThrough() {
        return false;
    }

    /** This one, known to come after a try whose answer was lost. */
    ImageServiceException afterALostAnswer() {
        followsALostAnswer = true;
        return this;
    }

    /** Whether an earlier try of the same call may have done what this one was refused. */
    boolean followsALostAnswer() {
        return followsALostAnswer;
    }

    Duration retryAfter() {
        return answer.retryAfter();
    }

    Answer answer() {
        return answer;
    }

    private static String message(String what, Answer answer) {
        String why = answer.problem() == null
                ? ""
                : " (%s): %s".formatted(answer.problem().getCode(), detail(answer.problem()));
        String name = answer.requestId().map(id -> " [" + id + "]").orElse("");
        return what + " was answered with " + answer.status() + why + name;
    }

    private static @Nullable String detail(Problem problem) {
        return problem.getDetail() == null ? problem.getTitle() : problem.getDetail();
    }
}
