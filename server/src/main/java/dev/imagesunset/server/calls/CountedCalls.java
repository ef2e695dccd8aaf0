package dev.imagesunset.server.calls;

import dev.imagesunset.server.request.Caller;
import dev.imagesunset.server.request.Exchange;
import dev.imagesunset.server.request.ExchangeListener;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Counts the calls of the operation that ends, with any token and after the sunset too, and of its successor, with a
 * valid one. Who calls after the sunset is known if the token is valid and can be validated at once.
 */
@Component
class CountedCalls implements ExchangeListener {
    private static final Set<Span> SPANS = EnumSet.allOf(Span.class);
    private static final int LONGEST = 255;
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cs}]");

    private final CountedVersions versions;
    private final Tallies tallies;
    private final CallingProjects projects;
    private final CallMeter meter;
    private final InstantSource clock;

    CountedCalls(
            CountedVersions versions, Tallies tallies, CallingProjects projects, CallMeter meter, InstantSource clock) {
        this.versions = versions;
        this.tallies = tallies;
        this.projects = projects;
        this.meter = meter;
        this.clock = clock;
    }

    @Override
    public void ended(Exchange exchange) {
        versions.calledBy(exchange).ifPresent(version -> count(version, exchange));
    }

    private void count(String version, Exchange exchange) {
        Instant now = clock.instant();
        String project = exchange.knownCaller().map(CountedCalls::project).orElse(Sighting.NOBODY);
        String agent = AgentFamily.of(exchange.userAgent());
        for (Span span : SPANS) {
            String counted =
                    tallies.count(new Call(span, span.start(now), project, version, agent, exchange.outcome()), now);
            if (span == Span.DAY && version.equals(versions.deprecated())) {
                projects.note(Sighting.of(counted, exchange, now));
            }
        }
        meter.record(version, agent, exchange);
    }

    /** A project's id in a form that the database accepts. Keystone's ids already have it. */
    private static String project(Caller caller) {
        String project = caller.countedAs();
        String id = project.length() > LONGEST ? project.substring(0, LONGEST) : project;
        return UNFIT.matcher(id).replaceAll("?");
    }
}
