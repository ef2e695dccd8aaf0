package dev.imagesunset.server.sunset;

import dev.imagesunset.server.access.Caller;
import dev.imagesunset.server.problem.Gone;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
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
        deprecations.all().forEach(deprecation -> registry.addInterceptor(this).addPathPatterns(deprecation.path()));
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String project = Caller.of(request).map(Caller::project).orElse(null);
        Optional<Brownout> near = brownouts.announced().filter(brownout -> brownout.affects(project));
        near.ifPresent(brownout -> {
            response.setHeader(HEADER, brownout.header());
            if (brownout.isAt(clock.instant())) {
                throw gone(brownout, request);
            }
        });
        return true;
    }

    private Gone gone(Brownout brownout, HttpServletRequest request) {
        Object path = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        Deprecation deprecation = deprecations.all().stream()
                .filter(candidate -> candidate.path().equals(String.valueOf(path)))
                .findFirst()
                .orElseThrow();
        return Gone.forNow(
                "This call rests in an announced brownout until %s, because it ends on %s. Call %s instead; the page %s shows how."
                        .formatted(
                                brownout.end(),
                                deprecation.sunset(),
                                deprecation.successor().operation(),
                                deprecation.migrationPage()),
                deprecation.successor().operation(),
                brownout.rest(clock.instant()));
    }
}
