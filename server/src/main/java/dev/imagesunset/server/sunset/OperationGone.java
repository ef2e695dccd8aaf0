package dev.imagesunset.server.sunset;

import dev.imagesunset.server.generated.Problem;
import dev.imagesunset.server.problem.ProblemCode;
import dev.imagesunset.server.problem.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Refuses a call with 410: the operation is gone, for good or for a while, and has a successor to call instead. */
final class OperationGone extends Refusal {
    private final String outcome;
    private final String successor;
    private final @Nullable Duration rest;

    /** @param why the reason, which is followed by what to do instead */
    private OperationGone(
            ProblemCode code, String outcome, String why, Deprecation deprecation, @Nullable Duration rest) {
        super(
                code,
                "%s Call %s instead; the page %s shows how."
                        .formatted(why, deprecation.successor().name(), deprecation.migrationPage()));
        this.outcome = outcome;
        this.successor = deprecation.successor().name();
        this.rest = rest;
    }

    private OperationGone(ProblemCode code, String why, Deprecation deprecation, @Nullable Duration rest) {
        this(code, code.word(), why, deprecation, rest);
    }

    /** Refuses a call because the sunset has come. */
    static OperationGone forGood(Deprecation deprecation) {
        return new OperationGone(ProblemCode.OPERATION_GONE, ended(deprecation), deprecation, null);
    }

    /** Refuses a call exactly as after the sunset, but counts it as a rehearsal. */
    static OperationGone rehearsed(Deprecation deprecation) {
        return new OperationGone(ProblemCode.OPERATION_GONE, "rehearsal", ended(deprecation), deprecation, null);
    }

    private static String ended(Deprecation deprecation) {
        return "This call has ended for good on %s.".formatted(deprecation.sunset());
    }

    /** Refuses a call of a project that never called before and now comes too late. */
    static OperationGone forNewcomers(Deprecation deprecation, Instant closing) {
        return new OperationGone(
                ProblemCode.CLOSED_TO_NEWCOMERS,
                "This call is closed to projects that did not call it before %s, because it ends on %s."
                        .formatted(closing, deprecation.sunset()),
                deprecation,
                null);
    }

    /** Refuses a call during a brownout, after which the operation works again. */
    static OperationGone forNow(Deprecation deprecation, Brownout brownout, Instant now) {
        return new OperationGone(
                ProblemCode.BROWNOUT,
                "This call rests in a brownout until %s, because it ends on %s."
                        .formatted(brownout.end(), deprecation.sunset()),
                deprecation,
                brownout.rest(now));
    }

    @Override
    public String outcome() {
        return outcome;
    }

    @Override
    protected void complete(Problem problem, HttpServletResponse response) {
        problem.successor(successor);
        if (rest != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, rest.toSeconds())));
        }
    }
}
