package dev.imagesunset.server.calls.web;

import dev.imagesunset.server.calls.Callers;
import dev.imagesunset.server.generated.Brownout;
import dev.imagesunset.server.generated.BrownoutRule;
import dev.imagesunset.server.generated.CallingProject;
import dev.imagesunset.server.generated.CallingProjects;
import dev.imagesunset.server.generated.EndOfLife.PhaseEnum;
import dev.imagesunset.server.generated.SunsetApi;
import dev.imagesunset.server.http.Page;
import dev.imagesunset.server.sunset.Brownouts;
import dev.imagesunset.server.sunset.Deprecation;
import dev.imagesunset.server.sunset.Deprecations;
import dev.imagesunset.server.sunset.EndOfLife;
import dev.imagesunset.server.sunset.WeeklyBrownouts;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** What operators see of the end of the deprecated operation, and of those who still call it. */
@RestController
class SunsetController implements SunsetApi {
    private final Deprecations deprecations;
    private final EndOfLife endOfLife;
    private final Brownouts brownouts;
    private final Callers callers;
    private final HttpServletRequest request;

    SunsetController(
            Deprecations deprecations,
            EndOfLife endOfLife,
            Brownouts brownouts,
            Callers callers,
            HttpServletRequest request) {
        this.deprecations = deprecations;
        this.endOfLife = endOfLife;
        this.brownouts = brownouts;
        this.callers = callers;
        this.request = request;
    }

    @Override
    public ResponseEntity<dev.imagesunset.server.generated.EndOfLife> showSunset() {
        Deprecation deprecation = deprecations.first();
        Instant postponedFrom = deprecation.postponedFrom();
        return ResponseEntity.ok(new dev.imagesunset.server.generated.EndOfLife(
                        deprecation.operation().name(),
                        PhaseEnum.fromValue(endOfLife.phase(deprecation).name().toLowerCase(Locale.ROOT)),
                        time(endOfLife.now()),
                        time(deprecation.since()),
                        time(deprecation.sunset()),
                        deprecation.successor().name(),
                        deprecation.migrationPage(),
                        brownouts.upcoming().stream()
                                .map(SunsetController::brownout)
                                .toList(),
                        callers.days())
                .postponedFrom(postponedFrom == null ? null : time(postponedFrom))
                .brownoutRules(rules()));
    }

    private static Brownout brownout(dev.imagesunset.server.sunset.Brownout window) {
        return new Brownout(time(window.start()), time(window.end()), window.percent())
                .projects(projects(window.projects()));
    }

    private @Nullable List<BrownoutRule> rules() {
        List<BrownoutRule> rules =
                brownouts.rules().stream().map(SunsetController::rule).toList();
        return rules.isEmpty() ? null : rules;
    }

    private static BrownoutRule rule(WeeklyBrownouts weekly) {
        return new BrownoutRule(weekly.words(), weekly.percent()).projects(projects(weekly.projects()));
    }

    private static @Nullable List<String> projects(Set<String> projects) {
        return projects.isEmpty() ? null : projects.stream().sorted().toList();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC);
    }

    @Override
    public ResponseEntity<CallingProjects> listCallers(Integer limit, @Nullable String marker) {
        int most = Page.limit(limit);
        Page<CallingProject> page = Page.of(callers.list(marker, most), most);
        return ResponseEntity.ok(
                new CallingProjects(page.items()).next(page.next(request, CallingProject::getProject)));
    }
}
