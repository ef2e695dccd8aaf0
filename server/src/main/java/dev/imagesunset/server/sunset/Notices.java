package dev.imagesunset.server.sunset;

import dev.imagesunset.server.problem.Refusal;
import dev.imagesunset.server.request.Exchange;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Tells on every answer of an API version that ends, refusals by Tomcat included, since when it is deprecated, until
 * when it works and what to call instead.
 */
@Component
public class Notices {
    private final EndOfLife endOfLife;

    Notices(EndOfLife endOfLife) {
        this.endOfLife = endOfLife;
    }

    /** Tells it; once the sunset has come, returns what alone is answered then, whoever asks. */
    public Optional<Refusal> tell(Exchange exchange, HttpServletResponse response) {
        Plan plan = endOfLife.plan();
        if (!exchange.version().filter(plan.deprecation().version()::equals).isPresent()) {
            return Optional.empty();
        }
        Instant now = endOfLife.now();
        plan.notice().tell(exchange, response);
        if (plan.isOver(now)) {
            return Optional.of(OperationGone.forGood(plan.deprecation()));
        }
        plan.announced(now).ifPresent(next -> response.setHeader(BrownoutRule.HEADER, next.header()));
        return Optional.empty();
    }
}
