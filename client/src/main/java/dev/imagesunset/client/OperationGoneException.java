package dev.imagesunset.client;

import dev.imagesunset.client.model.Problem;
import java.time.Instant;
import java.util.Optional;

/**
 * The call is gone (410), as {@link #code()} tells: {@code operation-gone} for good, after its sunset or in a rehearsal
 * of that; {@code brownout} for a while; {@code closed-to-newcomers} for projects that never
 * called before. This try did nothing, and no other follows, even if the answer says when the call would work again: a
 * program that waits for that forgets the call once more. Whether an earlier try may have done something,
 * {@link #mayHaveBeenDone()} tells. Call the {@link #successor()} instead.
 */
public final class OperationGoneException extends ImageServiceException {
    /**
     * Makes one, for a test.
     *
     * @param what the call, like {@code Deleting image 1 (v1.1)}
     */
    public OperationGoneException(String what, Answer answer) {
        super(
                what,
                answer,
                successor(answer).map(it -> "call " + it + " instead").orElse("it has ended"));
    }

    /**
     * What to call instead: a method and path, like {@code DELETE /v2/images/{image_id}}, or only a URI if the answer
     * had no more.
     */
    public Optional<String> successor() {
        return successor(answer());
    }

    /** Whether the call rests in a brownout, and comes back after it, perhaps for the last time. */
    public boolean isBrownout() {
        return code().filter("brownout"::equals).isPresent();
    }

    /** Whether the call still works for projects that made it before an announced day. */
    public boolean isClosedToNewcomers() {
        return code().filter("closed-to-newcomers"::equals).isPresent();
    }

    /**
     * Whether this call asked for a rehearsal, by {@link ImageService#rehearsing()}. A rehearsal of the whole project
     * answers exactly as after the sunset, and cannot be told from it here.
     */
    public boolean isRehearsal() {
        return answer().isRehearsal();
    }

    /**
     * When the brownout ends, from the answer's {@code Brownout} or else its {@code Retry-After}; empty if this is
     * none.
     */
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
