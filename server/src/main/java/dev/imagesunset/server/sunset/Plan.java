package dev.imagesunset.server.sunset;

import dev.imagesunset.server.generated.Decision;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * When the operation ends and rests, and for whom: what the contract and the settings say, as decisions have changed it. All
 * of it follows from these and the time that is asked about, so that every server says the same.
 */
public final class Plan {
    private static final int ALL = 100;
    private static final int SHOWN = 20;

    private final Deprecation deprecation;
    private final Collection<Brownout> windows;
    private final Map<String, Instant> exemptions;
    private final Duration lead;
    private final Notice notice;

    private Plan(
            Deprecation deprecation, Collection<Brownout> windows, Map<String, Instant> exemptions, Duration lead) {
        this.deprecation = deprecation;
        this.windows = windows;
        this.exemptions = exemptions;
        this.lead = lead;
        notice = new Notice(deprecation);
    }

    /**
     * What became of a plan.
     *
     * @param deprecation the contract's dates, as the settings have them
     * @param windows the brownouts of the settings
     * @param lead how long before a brownout it is announced
     * @param decisions what was decided since, the oldest first
     */
    static Plan of(Deprecation deprecation, List<Brownout> windows, Duration lead, List<Decision> decisions) {
        Map<Instant, Brownout> decided = new TreeMap<>();
        windows.forEach(window -> decided.put(window.start(), window));
        Map<String, Instant> exemptions = new HashMap<>();
        Deprecation end = deprecation;
        for (Decision decision : decisions) {
            switch (decision.getKind()) {
                case BROWNOUT -> decided.put(start(decision), window(decision));
                case BROWNOUT_END ->
                    decided.computeIfPresent(start(decision), (start, window) -> window.endingAt(end(decision)));
                case EXEMPTION -> decision.getProjects().forEach(project -> exemptions.put(project, end(decision)));
                case POSTPONEMENT -> end = end.postponedTo(end(decision));
            }
        }
        return new Plan(end, List.copyOf(decided.values()), Map.copyOf(exemptions), lead);
    }

    private static Brownout window(Decision decision) {
        return new Brownout(
                start(decision),
                end(decision),
                Set.copyOf(decision.getProjects()),
                Objects.requireNonNullElse(decision.getPercent(), ALL));
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

    /** The dates of the operation, as they are decided. */
    public Deprecation deprecation() {
        return deprecation;
    }

    /** What every answer tells of it. */
    Notice notice() {
        return notice;
    }

    /** How far the end is. */
    public Phase phase(Instant now) {
        if (isOver(now)) {
            return Phase.GONE;
        }
        return current(now).isPresent() ? Phase.BROWNOUT : Phase.DEPRECATED;
    }

    /** Whether the sunset has come. */
    boolean isOver(Instant now) {
        return !now.isBefore(deprecation.sunset());
    }

    /** The answer to a call of a project, if it is none of an operation that works. */
    Optional<OperationGone> refusal(@Nullable String project, Instant now) {
        if (isOver(now)) {
            return Optional.of(OperationGone.forGood(deprecation));
        }
        return windows.stream()
                .filter(window -> window.isAt(now) && window.affects(project) && !isExempt(project, now))
                .findFirst()
                .map(window -> OperationGone.forNow(deprecation, window, now));
    }

    private boolean isExempt(@Nullable String project, Instant at) {
        return exemptUntil(project).filter(at::isBefore).isPresent();
    }

    private boolean isSpared(@Nullable String project, Brownout window) {
        return exemptUntil(project)
                .filter(until -> !until.isBefore(window.end()))
                .isPresent();
    }

    /** Until when brownouts spare a project, if they do or did. */
    public Optional<Instant> exemptUntil(@Nullable String project) {
        return project == null ? Optional.empty() : Optional.ofNullable(exemptions.get(project));
    }

    /** The window that goes on, if there is one. */
    public Optional<Brownout> current(Instant now) {
        return windows.stream().filter(window -> window.isAt(now)).findFirst();
    }

    /** The first window for everybody that goes on or comes so soon that it is announced. */
    Optional<Brownout> announced(Instant now) {
        return announced(windows.stream().filter(Brownout::isForAll).toList(), now);
    }

    /** The same of the windows that hit a project. */
    Optional<Brownout> announced(@Nullable String project, Instant now) {
        return announced(hitting(project), now);
    }

    private Optional<Brownout> announced(List<Brownout> some, Instant now) {
        return some.stream()
                .filter(window -> window.end().isAfter(now))
                .findFirst()
                .filter(window -> !window.start().minus(lead).isAfter(now));
    }

    private List<Brownout> hitting(@Nullable String project) {
        return windows.stream()
                .filter(window -> window.affects(project) && !isSpared(project, window))
                .toList();
    }

    /** The window that goes on and those that come, the next twenty. */
    public List<Brownout> upcoming(Instant now) {
        return next(windows, now);
    }

    /** The same of the windows that hit a project. */
    public List<Brownout> upcoming(@Nullable String project, Instant now) {
        return next(hitting(project), now);
    }

    private static List<Brownout> next(Collection<Brownout> windows, Instant now) {
        return windows.stream()
                .filter(window -> window.end().isAfter(now))
                .limit(SHOWN)
                .toList();
    }

    /** The window that begins at a time. */
    Optional<Brownout> startingAt(Instant start) {
        return windows.stream().filter(window -> window.start().equals(start)).findFirst();
    }

    /** The first window that has some time in common with another. */
    Optional<Brownout> overlapping(Instant start, Instant end) {
        return windows.stream()
                .filter(window -> window.start().isBefore(end) && start.isBefore(window.end()))
                .findFirst();
    }
}
