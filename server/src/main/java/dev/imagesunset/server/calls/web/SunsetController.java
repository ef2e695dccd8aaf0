package dev.imagesunset.server.calls.web;

import dev.imagesunset.server.calls.Callers;
import dev.imagesunset.server.calls.OwnCalls;
import dev.imagesunset.server.calls.ReadinessCheck;
import dev.imagesunset.server.generated.BrownoutEffects;
import dev.imagesunset.server.generated.BrownoutRule;
import dev.imagesunset.server.generated.CallingProject;
import dev.imagesunset.server.generated.CallingProject.ReadyEnum;
import dev.imagesunset.server.generated.CallingProjects;
import dev.imagesunset.server.generated.Interlock;
import dev.imagesunset.server.generated.MyCalls;
import dev.imagesunset.server.generated.Readiness;
import dev.imagesunset.server.generated.SunsetApi;
import dev.imagesunset.server.http.Page;
import dev.imagesunset.server.problem.Refusal;
import dev.imagesunset.server.sunset.Brownout;
import dev.imagesunset.server.sunset.Deprecation;
import dev.imagesunset.server.sunset.EndOfLife;
import dev.imagesunset.server.sunset.Plan;
import dev.imagesunset.server.sunset.WeeklyBrownouts;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** Serves what operators see of the deprecated operation's end and of those who still call it. */
@RestController
class SunsetController implements SunsetApi {
    private final EndOfLife endOfLife;
    private final Callers callers;
    private final OwnCalls calls;
    private final ReadinessCheck readiness;
    private final dev.imagesunset.server.calls.BrownoutEffects effects;
    private final HttpServletRequest request;

    SunsetController(
            EndOfLife endOfLife,
            Callers callers,
            OwnCalls calls,
            ReadinessCheck readiness,
            dev.imagesunset.server.calls.BrownoutEffects effects,
            HttpServletRequest request) {
        this.endOfLife = endOfLife;
        this.callers = callers;
        this.calls = calls;
        this.readiness = readiness;
        this.effects = effects;
        this.request = request;
    }

    @Override
    public ResponseEntity<dev.imagesunset.server.generated.EndOfLife> showSunset() {
        Plan plan = endOfLife.plan();
        Deprecation deprecation = plan.deprecation();
        Instant postponedFrom = deprecation.postponedFrom();
        return ResponseEntity.ok(new dev.imagesunset.server.generated.EndOfLife(
                        deprecation.operation().name(),
                        plan.phase(endOfLife.now()),
                        time(endOfLife.now()),
                        time(deprecation.since()),
                        time(deprecation.sunset()),
                        deprecation.successor().name(),
                        deprecation.migrationPage(),
                        plan.upcoming(endOfLife.now()).stream()
                                .map(Brownout::shown)
                                .toList(),
                        callers.days())
                .postponedFrom(postponedFrom == null ? null : time(postponedFrom))
                .brownoutRules(rules(plan))
                .closedToNewcomers(plan.closing().map(SunsetController::time).orElse(null))
                .interlock(plan.interlockEnd()
                        .map(end -> new Interlock(
                                time(end),
                                plan.heldFor(endOfLife.now()).stream().sorted().toList()))
                        .orElse(null)));
    }

    @Override
    public ResponseEntity<BrownoutEffects> listBrownoutEffects() {
        return ResponseEntity.ok(new BrownoutEffects(effects.list()));
    }

    @Override
    public ResponseEntity<Readiness> showReadiness(@Nullable String at) {
        return ResponseEntity.ok(
                readiness.at(at == null ? endOfLife.plan().deprecation().sunset() : instant(at)));
    }

    private static Instant instant(String at) {
        try {
            return Instant.parse(at.contains("T") ? at : at + "T00:00:00Z");
        } catch (DateTimeParseException e) {
            throw Refusal.ofParameter("at", "is no day that there is. Send one like 2027-12-31");
        }
    }

    private @Nullable List<BrownoutRule> rules(Plan plan) {
        List<BrownoutRule> rules =
                plan.rules(endOfLife.now()).stream().map(SunsetController::rule).toList();
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
    public ResponseEntity<CallingProjects> listCallers(
            @Nullable String search, @Nullable String ready, Integer limit, @Nullable String marker) {
        int most = Page.limit(limit);
        Page<CallingProject> page = Page.of(
                callers.list(
                        Objects.requireNonNullElse(search, ""),
                        ready == null ? null : ReadyEnum.fromValue(ready),
                        marker,
                        most),
                most);
        return ResponseEntity.ok(
                new CallingProjects(page.items()).next(page.next(request, CallingProject::getProject)));
    }

    @Override
    public ResponseEntity<MyCalls> showCalls(String project) {
        return ResponseEntity.ok(calls.of(project));
    }
}
