package dev.imagesunset.server.calls;

import dev.imagesunset.server.request.Caller;
import dev.imagesunset.server.request.Exchange;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a project from its calls of the version that ends.
 *
 * @param project the id under which its calls are counted
 * @param names its name and its last user's, if known
 * @param lastRequest the request id of its last call
 * @param userAgents the last few programs, as they name themselves, the latest first
 * @param firstAt when it first called
 * @param lastAt when it last called
 */
record Sighting(
        String project,
        Caller.@Nullable Names names,
        String lastRequest,
        List<String> userAgents,
        Instant firstAt,
        Instant lastAt) {
    /** Who calls without a valid token. */
    static final String NOBODY = "-";

    static final int MOST_USER_AGENTS = 5;
    private static final int LONGEST_USER_AGENT = 200;

    static Sighting of(String project, Exchange exchange, Instant at) {
        return new Sighting(
                project,
                exchange.knownCaller()
                        .filter(caller -> project.equals(caller.countedAs()))
                        .map(Caller::names)
                        .orElse(null),
                exchange.id().value(),
                Stream.ofNullable(exchange.userAgent())
                        .map(text -> text.substring(0, Math.min(text.length(), LONGEST_USER_AGENT)))
                        .toList(),
                at,
                at);
    }

    /** A project that was never seen. */
    static Sighting never(String project) {
        return new Sighting(project, null, "", List.of(), Instant.EPOCH, Instant.EPOCH);
    }

    /** This sighting combined with a later one. */
    Sighting and(Sighting later) {
        return new Sighting(
                project,
                later.names == null ? names : later.names,
                later.lastRequest,
                userAgents.containsAll(later.userAgents)
                        ? userAgents
                        : Stream.concat(later.userAgents.stream(), userAgents.stream())
                                .distinct()
                                .limit(MOST_USER_AGENTS)
                                .toList(),
                firstAt,
                later.lastAt);
    }

    @Nullable String name() {
        return names == null ? null : names.project();
    }

    @Nullable String domain() {
        return names == null ? null : names.domain();
    }

    @Nullable String user() {
        return names == null ? null : names.user();
    }
}
