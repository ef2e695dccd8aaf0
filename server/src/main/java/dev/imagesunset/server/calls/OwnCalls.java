package dev.imagesunset.server.calls;

import dev.imagesunset.server.generated.CallerReadiness;
import dev.imagesunset.server.generated.CallerReadiness.ReadyEnum;
import dev.imagesunset.server.generated.CallingProject;
import dev.imagesunset.server.generated.Decision.KindEnum;
import dev.imagesunset.server.generated.MyCalls;
import dev.imagesunset.server.http.Page;
import dev.imagesunset.server.sunset.Brownout;
import dev.imagesunset.server.sunset.Decisions;
import dev.imagesunset.server.sunset.Deprecation;
import dev.imagesunset.server.sunset.EndOfLife;
import dev.imagesunset.server.sunset.Plan;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a project is told about its own calls of the operation that ends. */
@Component
public class OwnCalls {
    private static final int WORDS = 20;

    private final Callers callers;
    private final CallingProjects projects;
    private final ReadinessCheck readiness;
    private final Decisions decisions;
    private final EndOfLife endOfLife;

    OwnCalls(
            Callers callers,
            CallingProjects projects,
            ReadinessCheck readiness,
            Decisions decisions,
            EndOfLife endOfLife) {
        this.callers = callers;
        this.projects = projects;
        this.readiness = readiness;
        this.decisions = decisions;
        this.endOfLife = endOfLife;
    }

    /** The calls of one project, which may have made none. */
    public MyCalls of(String project) {
        Plan plan = endOfLife.plan();
        Deprecation deprecation = plan.deprecation();
        Optional<Sighting> seen = projects.find(project);
        Optional<CallingProject> calls = seen.map(callers::view);
        List<Brownout> brownouts = plan.upcoming(project, endOfLife.now());
        return new MyCalls(
                        project,
                        deprecation.operation().name(),
                        deprecation.successor().name(),
                        deprecation.sunset().atOffset(ZoneOffset.UTC),
                        callers.days(project),
                        calls.map(CallingProject::getUserAgents).orElse(List.of()),
                        calls.map(CallingProject::getOutcomes).orElse(Map.of()),
                        brownouts.stream().map(Brownout::shown).toList(),
                        Page.of(decisions.list(project, null, WORDS), WORDS).items().stream()
                                // Whom else a decision names is none of a caller's business.
                                .map(word -> word.projects(List.of(project)))
                                .toList(),
                        readiness(project, seen, plan))
                .lastRequestId(calls.map(CallingProject::getLastRequestId).orElse(null));
    }

    private CallerReadiness readiness(String project, Optional<Sighting> seen, Plan plan) {
        Instant sunset = plan.deprecation().sunset();
        boolean hasSaid = plan.needing(sunset).contains(project)
                || plan.word(project)
                        .filter(word -> word.getKind() == KindEnum.MOVED)
                        .isPresent();
        return seen.or(() -> hasSaid ? Optional.of(Sighting.never(project)) : Optional.empty())
                .flatMap(caller ->
                        readiness.judge(List.of(caller), sunset).stream().findFirst())
                .orElseGet(() -> isRefusedAlready(project, plan)
                        ? new CallerReadiness(project, ReadyEnum.YES, List.of())
                        : readiness.ofUnseen(project));
    }

    private boolean isRefusedAlready(String project, Plan plan) {
        return project.equals(Sighting.NOBODY) || plan.isNewcomer(project, endOfLife.now());
    }
}
