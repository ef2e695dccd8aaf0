package dev.imagesunset.server.calls;

import java.time.Instant;

/**
 * The properties that calls are counted by.
 *
 * @param span whether they are added up by the day or by the hour
 * @param start when that day or hour began
 * @param project the caller's project, {@link dev.imagesunset.server.request.Caller#NO_PROJECT}, or {@code -} without a valid token
 * @param version the API version, like {@code v1.1}
 * @param agent the family of the calling program
 * @param outcome {@code ok}, or the code of the problem
 */
record Call(Span span, Instant start, String project, String version, String agent, String outcome) {
    /** The same call, counted for one of many unnamed projects. */
    Call ofOthers() {
        return new Call(span, start, "(others)", version, agent, outcome);
    }

    /** Whether its day or hour has ended. */
    boolean isPast(Instant now) {
        return start.isBefore(span.start(now));
    }
}
