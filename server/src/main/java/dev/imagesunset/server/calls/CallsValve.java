package dev.imagesunset.server.calls;

import dev.imagesunset.server.access.Caller;
import dev.imagesunset.server.problem.ProblemCode;
import dev.imagesunset.server.problem.Problems;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Counts the calls of the API version that ends, and those of its successor. It is a valve outside the one that answers
 * after the sunset, so that those who still call then are counted too; who they are is not known any more.
 */
@Component
@Order(-1)
class CallsValve extends ValveBase {
    private static final Set<Span> SPANS = EnumSet.allOf(Span.class);
    private static final int LONGEST = 255;
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cs}]");

    private final CountedVersions versions;
    private final Tallies tallies;
    private final CallsInFlight inFlight;
    private final CallMeter meter;
    private final InstantSource clock;

    CallsValve(
            CountedVersions versions, Tallies tallies, CallsInFlight inFlight, CallMeter meter, InstantSource clock) {
        super(true);
        this.versions = versions;
        this.tallies = tallies;
        this.inFlight = inFlight;
        this.meter = meter;
        this.clock = clock;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        Optional<String> version = version(request);
        if (version.isEmpty()) {
            getNext().invoke(request, response);
            return;
        }
        inFlight.begin();
        try {
            getNext().invoke(request, response);
        } finally {
            count(version.get(), request);
            inFlight.end();
        }
    }

    private Optional<String> version(Request request) {
        String decoded = request.getDecodedRequestURI();
        String path = decoded == null ? request.getRequestURI() : decoded;
        return path == null ? Optional.empty() : versions.calledBy(String.valueOf(request.getMethod()), path);
    }

    private void count(String version, Request request) {
        Instant now = clock.instant();
        String project =
                Caller.of(request).map(Caller::project).map(CallsValve::fit).orElse("-");
        String agent = AgentFamily.of(request.getHeader(HttpHeaders.USER_AGENT));
        String outcome = Problems.sentTo(request).map(ProblemCode::word).orElse("ok");
        for (Span span : SPANS) {
            tallies.count(new Call(span, span.start(now), project, version, agent, outcome), now);
        }
        meter.count(version, agent, outcome);
    }

    /** A project's id as the database can take it: none that Keystone gives needs that. */
    private static @Nullable String fit(String project) {
        String id = project.length() > LONGEST ? project.substring(0, LONGEST) : project;
        return id.isBlank() ? null : UNFIT.matcher(id).replaceAll("?");
    }
}
