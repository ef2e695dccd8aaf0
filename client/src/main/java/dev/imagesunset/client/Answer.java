package dev.imagesunset.client;

import dev.imagesunset.client.model.Problem;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an answer says besides its body. It is immutable; each of its {@code with} methods returns a changed copy. A
 * program's tests use it to make exceptions and results:
 *
 * <pre>{@code
 * throw new PermissionDeniedException("Deleting image 1", Answer.of(403).withCode("image-protected"));
 * }</pre>
 */
public final class Answer implements Serializable {
    /** Of a call without one. */
    static final Answer NONE = of(0, Instant.EPOCH);

    private final int status;
    private final Instant at;
    private final @Nullable String requestId;
    private final @Nullable Problem problem;
    private final @Nullable DeprecationNotice deprecation;
    private final @Nullable Duration retryAfter;
    private final boolean isRehearsal;

    private Answer(
            int status,
            Instant at,
            @Nullable String requestId,
            @Nullable Problem problem,
            @Nullable DeprecationNotice deprecation,
            @Nullable Duration retryAfter,
            boolean isRehearsal) {
        this.status = status;
        this.at = at;
        this.requestId = requestId;
        this.problem = problem;
        this.deprecation = deprecation;
        this.retryAfter = retryAfter;
        this.isRehearsal = isRehearsal;
    }

    /** An answer with an HTTP status, received now, and nothing else. */
    public static Answer of(int status) {
        return of(status, Instant.now());
    }

    static Answer of(int status, Instant at) {
        return new Answer(status, at, null, null, null, null, false);
    }

    /** With this request id (the header {@code X-Openstack-Request-Id}), or without one. */
    public Answer withRequestId(@Nullable String requestId) {
        return new Answer(status, at, requestId, problem, deprecation, retryAfter, isRehearsal);
    }

    /** With this problem document, or without one. */
    public Answer withProblem(@Nullable Problem problem) {
        return new Answer(status, at, requestId, problem, deprecation, retryAfter, isRehearsal);
    }

    /** With a problem document that has this code, like {@code image-protected}. */
    public Answer withCode(String code) {
        return withProblem(Problem.builder().status(status).code(code).build());
    }

    /** With this notice about the end of the call, or without one. */
    public Answer withDeprecation(@Nullable DeprecationNotice deprecation) {
        return new Answer(status, at, requestId, problem, deprecation, retryAfter, isRehearsal);
    }

    /** With a request to wait this long before another try, or without one. */
    public Answer withRetryAfter(@Nullable Duration retryAfter) {
        return new Answer(status, at, requestId, problem, deprecation, retryAfter, isRehearsal);
    }

    /** As the answer to a call that asked for a rehearsal of its end, or did not. */
    public Answer withRehearsal(boolean isRehearsal) {
        return new Answer(status, at, requestId, problem, deprecation, retryAfter, isRehearsal);
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** When it came, by this machine's clock. */
    Instant at() {
        return at;
    }

    /** The request's id in the service's logs, from the answer's header or else from its problem document. */
    public Optional<String> requestId() {
        return Optional.ofNullable(requestId)
                .or(() -> Optional.ofNullable(problem).map(Problem::getRequestId));
    }

    /** The problem document (RFC 9457). */
    public Optional<Problem> problem() {
        return Optional.ofNullable(problem);
    }

    /** What it says about the end of the call. */
    public Optional<DeprecationNotice> deprecation() {
        return Optional.ofNullable(deprecation);
    }

    /** How long it asks to wait before another try. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** Whether the call asked for a rehearsal of its end. */
    public boolean isRehearsal() {
        return isRehearsal;
    }

    /** Whether the other answer says the same, regardless of when it came. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Answer answer
                && status == answer.status
                && Objects.equals(requestId, answer.requestId)
                && Objects.equals(problem, answer.problem)
                && Objects.equals(deprecation, answer.deprecation)
                && Objects.equals(retryAfter, answer.retryAfter)
                && isRehearsal == answer.isRehearsal;
    }

    @Override
    public int hashCode() {
        return Objects.hash(status, requestId, problem, deprecation, retryAfter);
    }

    @Override
    public String toString() {
        return Shortened.text(
                "Answer[" + status + requestId().map(id -> ", " + id).orElse("") + "]");
    }
}
