package dev.imagesunset.server.upstream;

import dev.imagesunset.server.contract.Contract;
import dev.imagesunset.server.problem.ProblemCode;
import dev.imagesunset.server.problem.Problems;
import dev.imagesunset.server.problem.Refusal;
import dev.imagesunset.server.request.Exchange;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses the operations that a server in front of an image service does not have, and says where they are. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class OperationsElsewhere extends OncePerRequestFilter {
    private final UpstreamProperties settings;
    private final Problems problems;
    private final Contract whole;

    OperationsElsewhere(UpstreamProperties settings, Problems problems, Contract served) {
        this.settings = settings;
        this.problems = problems;
        this.whole = settings.isInFront() ? new Contract() : served;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        Exchange exchange = Exchange.of(request);
        return !settings.isInFront() || exchange.operation().isPresent() || !isElsewhere(exchange);
    }

    /**
     * Whether a request is for any part of v2, including tasks, members and data, or for what a server with its own
     * catalogue has.
     */
    private boolean isElsewhere(Exchange exchange) {
        return exchange.version().filter("v2"::equals).isPresent()
                || whole.matching(String.valueOf(exchange.method()), exchange.path())
                        .isPresent();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        problems.send(refusal(), request, response);
    }

    private Refusal refusal() {
        return settings.nativeApi().isEmpty()
                ? new Refusal(ProblemCode.OPERATION_ELSEWHERE)
                : new Refusal(
                        ProblemCode.OPERATION_ELSEWHERE,
                        "This server stands in front of the image service and only deletes images. Ask the image service itself, at "
                                + settings.nativeApi() + ".");
    }
}
