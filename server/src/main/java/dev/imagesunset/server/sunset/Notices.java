package dev.imagesunset.server.sunset;

import dev.imagesunset.server.problem.Refusal;
import dev.imagesunset.server.request.Exchange;
import dev.imagesunset.server.upstream.UpstreamProperties;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Says on every answer of an API version that ends, including refusals by Tomcat, since when it is deprecated, until
 * when it works and what to call instead.
 */
@Component
public class Notices {
    static final String CLOSED_TO_NEWCOMERS = "Closed-To-Newcomers";

    private final EndOfLife endOfLife;
    private final String nativeApi;

    Notices(EndOfLife endOfLife, UpstreamProperties upstream) {
        this.endOfLife = endOfLife;
        nativeApi = upstream.nativeApi();
    }

    /** Sets these headers, and returns the refusal for any caller if the call has ended or is rehearsed. */
    public Optional<Refusal> tell(Exchange exchange, HttpServletResponse response) {
        Plan plan = endOfLife.plan();
        if (exchange.version().filter(plan.deprecation().version()::equals).isEmpty()) {
            return Optional.empty();
        }
        Instant now = endOfLife.now();
        plan.notice().tell(exchange, nativeApi, response);
        boolean isCall = exchange.operation()
                .filter(plan.deprecation().operation()::equals)
                .isPresent();
        boolean isOver = plan.isOver(now);
        // Whether it is held open for the caller is decided once that is known.
        if (isOver && !(isCall && !plan.heldFor(now).isEmpty())) {
            return Optional.of(OperationGone.forGood(plan.deprecation()));
        }
        if (isCall && exchange.header(plan.deprecation().rehearsalHeader()).isPresent()) {
            return Optional.of(OperationGone.rehearsed(plan.deprecation()));
        }
        if (isOver) {
            return Optional.empty();
        }
        plan.announced(now).ifPresent(next -> response.setHeader(BrownoutRule.HEADER, next.header()));
        plan.announcedClosing(now)
                .ifPresent(closing -> response.setHeader(CLOSED_TO_NEWCOMERS, "@" + closing.getEpochSecond()));
        return Optional.empty();
    }
}
