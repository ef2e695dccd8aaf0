package dev.imagesunset.server.sunset;

import dev.imagesunset.server.request.Caller;
import dev.imagesunset.server.request.Exchange;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses deprecated operations to those projects for which they rest, and tells others that they will. That takes place
 * when the caller is known.
 */
@Component
class BrownoutRule implements HandlerInterceptor, WebMvcConfigurer {
    static final String HEADER = "Brownout";

    private final Deprecations deprecations;
    private final Brownouts brownouts;
    private final InstantSource clock;

    BrownoutRule(Deprecations deprecations, Brownouts brownouts, InstantSource clock) {
        this.deprecations = deprecations;
        this.brownouts = brownouts;
        this.clock = clock;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Exchange exchange = Exchange.of(request);
        exchange.operation().flatMap(deprecations::of).ifPresent(deprecation -> tell(deprecation, exchange, response));
        return true;
    }

    private void tell(Deprecation deprecation, Exchange exchange, HttpServletResponse response) {
        String project = exchange.knownCaller().map(Caller::project).orElse(null);
        brownouts.announced(brownout -> brownout.affects(project)).ifPresent(brownout -> {
            response.setHeader(HEADER, brownout.header());
            Instant now = clock.instant();
            if (brownout.isAt(now)) {
                throw OperationGone.forNow(deprecation, brownout, now);
            }
        });
    }
}
