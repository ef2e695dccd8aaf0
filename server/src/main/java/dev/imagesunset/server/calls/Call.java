package dev.imagesunset.server.calls;

import java.time.Instant;

/**
 * What calls are told apart by.
 *
 * @param span whether they are added up for a day or for an hour
 * @param start when that began
 * @param project the caller's project, or {@code -} without a good token
 * @param version the API version, like {@code v1.1}
 * @param agent the family of programs
 * @param outcome {@code ok}, or the code of the problem
 */
record Call(Span span, Instant start, String project, String version, String agent, String outcome) {
    /** The same, of some project among many. */
    Call ofOthers() {
        return new Call(span, start, "(others)", version, agent, outcome);
    }

    /** Whether its day or hour has ended. */
    boolean isPast(Instant now) {
        return start.isBefore(span.start(now));
    }
}
