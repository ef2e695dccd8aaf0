package dev.imagesunset.server.sunset;

import dev.imagesunset.server.generated.Decision;
import dev.imagesunset.server.generated.Decision.KindEnum;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The plan as decisions, applied one after another, have changed it. */
final class Decided {
    private final Map<Instant, Brownout> windows = new TreeMap<>();
    private final Map<String, Decision> words = new HashMap<>();
    private final Map<String, Instant> exemptions = new HashMap<>();
    private final Map<String, Brownout> rehearsals = new HashMap<>();
    private final Set<String> released = new HashSet<>();
    private final Set<String> critical;
    private Deprecation deprecation;

    Decided(Planned planned, List<Decision> decisions) {
        deprecation = planned.deprecation();
        critical = planned.callers().interlock().projects();
        planned.windows().forEach(window -> windows.put(window.start(), window));
        decisions.forEach(this::heed);
    }

    private void heed(Decision decision) {
        List<String> projects = decision.getProjects();
        switch (decision.getKind()) {
            case BROWNOUT -> windows.put(start(decision), window(decision));
            case BROWNOUT_END ->
                windows.computeIfPresent(start(decision), (start, window) -> window.endingAt(end(decision)));
            case EXEMPTION -> projects.forEach(project -> exemptions.put(project, end(decision)));
            case POSTPONEMENT -> deprecation = deprecation.postponedTo(end(decision));
            case RELEASE -> released.addAll(projects.isEmpty() ? critical : projects);
            case MOVED, NEED -> projects.forEach(project -> words.put(project, decision));
            case REHEARSAL -> projects.forEach(project -> rehearsals.put(project, window(decision)));
        }
    }

    static Brownout window(Decision decision) {
        return new Brownout(
                start(decision),
                end(decision),
                Set.copyOf(decision.getProjects()),
                Objects.requireNonNullElse(decision.getPercent(), Brownout.ALL));
    }

    private static Instant start(Decision decision) {
        return instant(decision.getStart());
    }

    private static Instant end(Decision decision) {
        return instant(decision.getEnd());
    }

    private static Instant instant(@Nullable OffsetDateTime time) {
        return Objects.requireNonNull(time, "a time of a decision").toInstant();
    }

    Deprecation deprecation() {
        return deprecation;
    }

    List<Brownout> windows() {
        return List.copyOf(windows.values());
    }

    @Nullable Decision word(String project) {
        return words.get(project);
    }

    Set<String> needing(Instant at) {
        return words.keySet().stream().filter(project -> needs(project, at)).collect(Collectors.toSet());
    }

    boolean needs(String project, Instant at) {
        Decision word = words.get(project);
        return word != null && word.getKind() == KindEnum.NEED && end(word).isAfter(at);
    }

    @Nullable Instant exemptUntil(String project) {
        return exemptions.get(project);
    }

    boolean rehearses(String project, Instant now) {
        Brownout rehearsal = rehearsals.get(project);
        return rehearsal != null && rehearsal.isAt(now);
    }

    /** Whether the interlock may hold the operation open for a project, if the project still calls. */
    boolean isHeld(String project) {
        Decision word = words.get(project);
        boolean hasMoved = word != null && word.getKind() == KindEnum.MOVED;
        return critical.contains(project) && !released.contains(project) && !hasMoved;
    }
}
