package dev.imagesunset.client;

import dev.imagesunset.client.model.Problem;
import java.time.Instant;
import java.util.Optional;

/**
 * The call is gone: for good after its sunset, {@link #code()} {@code operation-gone}, or for a while in an announced
 * brownout, {@code brownout} (410). Nothing was done, and the call is not tried again, even where the answer says after what
 * time it would work: a program that waits for that forgets the call once more. Call the {@link #successor()}.
 */
public final class OperationGoneException extends ImageServiceException {
    /**
     * Makes one, as a test may.
     *
     * @param what what was called, like {@code Deleting image 1 (v1.1)}
     */
    public OperationGoneException(String what, Answer answer) {
        super(
                what,
                answer,
                successor(answer).map(it -> "call " + it + " instead").orElse("it has ended"));
    }

    /**
     * What to call instead: the operation as its method and path, like {@code DELETE /v2/images/{image_id}}, or only a URI if
     * the answer had no more.
     */
    public Optional<String> successor() {
        return successor(answer());
    }

    /** Whether the call comes back after the brownout, for the last time perhaps. */
    public boolean isBrownout() {
        return code().filter("brownout"::equals).isPresent();
    }

    /** When the brownout ends, by the answer's {@code Brownout}, or else by its {@code Retry-After}; empty if it is none. */
    public Optional<Instant> until() {
        return Optional.of(this)
                .filter(OperationGoneException::isBrownout)
                .flatMap(ImageServiceException::deprecation)
                .flatMap(DeprecationNotice::nextBrownout)
                .map(Brownout::end)
                .or(this::untilRetryAfter);
    }

    private Optional<Instant> untilRetryAfter() {
        return retryAfter().filter(delay -> isBrownout()).map(answer().at()::plus);
    }

    private static Optional<String> successor(Answer answer) {
        return answer.problem().map(Problem::getSuccessor).or(() -> answer.deprecation()
                .flatMap(DeprecationNotice::successor)
                .map(Object::toString));
    }
}
