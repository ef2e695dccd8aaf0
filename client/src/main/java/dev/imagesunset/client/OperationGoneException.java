package dev.imagesunset.client;

import dev.imagesunset.client.model.Problem;
import java.time.Instant;
import java.util.Optional;

/**
 * The call is gone (410): for good after its sunset or in a rehearsal of that, {@link #code()} {@code operation-gone}; for a while
 * in an announced brownout, {@code brownout}; or for projects that never called before, {@code closed-to-newcomers}. Nothing was
 * done, and the call is not tried again, even where the answer says after what time it would work: a program that waits for
 * that forgets the call once more. Call the {@link #successor()}.
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

    /** Whether the call still works for others, who called before a day that was announced. */
    public boolean isClosedToNewcomers() {
        return code().filter("closed-to-newcomers"::equals).isPresent();
    }

    /**
     * Whether this call asked for it, by {@link ImageService#rehearsing()}. A rehearsal of the whole project answers exactly as
     * after the sunset, and is not told from it here.
     */
    public boolean isRehearsal() {
        return answer().isRehearsal();
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
