package dev.imagesunset.server.sunset;

import dev.imagesunset.server.problem.ProblemCode;
import dev.imagesunset.server.request.Caller;
import dev.imagesunset.server.request.Exchange;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses the deprecated operation to projects that a brownout affects, and announces coming brownouts to others. This
 * happens once the caller is known.
 */
@Component
class BrownoutRule implements HandlerInterceptor, WebMvcConfigurer {
    static final String HEADER = "Brownout";

    private final EndOfLife endOfLife;

    BrownoutRule(EndOfLife endOfLife) {
        this.endOfLife = endOfLife;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Exchange exchange = Exchange.of(request);
        Plan plan = endOfLife.plan();
        exchange.operation()
                .filter(plan.deprecation().operation()::equals)
                .ifPresent(operation -> tell(plan, exchange, response));
        return true;
    }

    private void tell(Plan plan, Exchange exchange, HttpServletResponse response) {
        Instant now = endOfLife.now();
        String project = exchange.knownCaller().map(Caller::countedAs).orElse(Caller.NO_PROJECT);
        Optional<OperationGone> refusal = plan.refusal(project, now);
        boolean isAsAfterTheEnd = refusal.filter(gone -> gone.code() == ProblemCode.OPERATION_GONE)
                        .isPresent()
                || plan.isOver(now);
        response.setHeader(
                HEADER,
                isAsAfterTheEnd
                        ? null
                        : plan.announced(project, now).map(Brownout::header).orElse(null));
        if (isAsAfterTheEnd) {
            response.setHeader(Notices.CLOSED_TO_NEWCOMERS, null);
        }
        refusal.ifPresent(gone -> {
            throw gone;
        });
    }
}
