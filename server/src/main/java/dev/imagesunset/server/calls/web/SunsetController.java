package dev.imagesunset.server.calls.web;

import dev.imagesunset.server.calls.Callers;
import dev.imagesunset.server.generated.Brownout;
import dev.imagesunset.server.generated.CallingProject;
import dev.imagesunset.server.generated.CallingProjects;
import dev.imagesunset.server.generated.EndOfLife.PhaseEnum;
import dev.imagesunset.server.generated.SunsetApi;
import dev.imagesunset.server.http.Page;
import dev.imagesunset.server.sunset.Deprecation;
import dev.imagesunset.server.sunset.EndOfLife;
import dev.imagesunset.server.sunset.Plan;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** What operators see of the end of the deprecated operation, and of those who still call it. */
@RestController
class SunsetController implements SunsetApi {
    private final EndOfLife endOfLife;
    private final Callers callers;
    private final HttpServletRequest request;

    SunsetController(EndOfLife endOfLife, Callers callers, HttpServletRequest request) {
        this.endOfLife = endOfLife;
        this.callers = callers;
        this.request = request;
    }

    @Override
    public ResponseEntity<dev.imagesunset.server.generated.EndOfLife> showSunset() {
        Plan plan = endOfLife.plan();
        Deprecation deprecation = plan.deprecation();
        Instant postponedFrom = deprecation.postponedFrom();
        return ResponseEntity.ok(new dev.imagesunset.server.generated.EndOfLife(
                        deprecation.operation().name(),
                        PhaseEnum.fromValue(plan.phase(endOfLife.now()).name().toLowerCase(Locale.ROOT)),
                        time(endOfLife.now()),
                        time(deprecation.since()),
                        time(deprecation.sunset()),
                        deprecation.successor().name(),
                        deprecation.migrationPage(),
                        plan.upcoming(endOfLife.now()).stream()
                                .map(SunsetController::brownout)
                                .toList(),
                        callers.days())
                .postponedFrom(postponedFrom == null ? null : time(postponedFrom)));
    }

    private static Brownout brownout(dev.imagesunset.server.sunset.Brownout window) {
        return new Brownout(time(window.start()), time(window.end()), window.percent())
                .projects(
                        window.projects().isEmpty()
                                ? null
                                : window.projects().stream().sorted().toList());
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
