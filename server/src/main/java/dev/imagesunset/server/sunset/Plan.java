package dev.imagesunset.server.sunset;

import dev.imagesunset.server.generated.Decision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * When the operation ends and rests, and for whom: what the contract and the settings say, as decisions have changed it. All
 * of it follows from these and the time that is asked about, so that every server says the same.
 */
public final class Plan {
    private final Planned planned;
    private final Decided decided;
    private final SeenCallers seen;
    private final Windows windows;
    private final Notice notice;
    private final Set<String> held;

    private Plan(Planned planned, Decided decided, SeenCallers seen) {
        this.planned = planned;
        this.decided = decided;
        this.seen = seen;
        windows = new Windows(decided.windows(), planned.rules(), planned.lead());
        notice = new Notice(decided.deprecation());
        held = planned.callers().interlock().projects().stream()
                .filter(project -> decided.isHeld(project) && !seen.gone().contains(project))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * What became of a plan.
     *
     * @param decisions what was decided since, the oldest first
     * @param seen what is known of callers
     */
    static Plan of(Planned planned, List<Decision> decisions, SeenCallers seen) {
        return new Plan(planned, new Decided(planned, decisions), seen);
    }

    /** The dates of the operation, as they are decided. */
    public Deprecation deprecation() {
        return decided.deprecation();
    }

    /** What every answer tells of it. */
    Notice notice() {
        return notice;
    }

    Windows windows() {
        return windows;
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
        return !now.isBefore(deprecation().sunset());
    }

    /** The answer to a call of a project, unless the operation works for it. */
    Optional<OperationGone> refusal(@Nullable String project, Instant now) {
        if (isOver(now)) {
            boolean isHeld = project != null && heldFor(now).contains(project);
            return isHeld ? Optional.empty() : Optional.of(OperationGone.forGood(deprecation()));
        }
        if (project != null && decided.rehearses(project, now)) {
            return Optional.of(OperationGone.rehearsed(deprecation()));
        }
        if (project != null && isNewcomer(project, now)) {
            return closing().map(closing -> OperationGone.forNewcomers(deprecation(), closing));
        }
        return windows.current(now, window -> window.affects(project) && !isExempt(project, now))
                .map(window -> OperationGone.forNow(deprecation(), window, now));
    }

    private boolean isExempt(@Nullable String project, Instant at) {
        return exemptUntil(project).filter(at::isBefore).isPresent();
    }

    /** Until when brownouts spare a project, if they do or did. */
    public Optional<Instant> exemptUntil(@Nullable String project) {
        return Optional.ofNullable(project).map(decided::exemptUntil);
    }

    /** What a project said last about its calls. */
    public Optional<Decision> word(String project) {
        return Optional.ofNullable(decided.word(project));
    }

    /** The projects for which the interlock holds the operation open after the sunset. */
    public Set<String> heldFor(Instant now) {
        return isOver(now) && interlockEnd().filter(now::isBefore).isPresent() ? held : Set.of();
    }

    /** When the interlock holds nothing open any more, if there is one. */
    public Optional<Instant> interlockEnd() {
        return planned.callers().interlock().end();
    }

    /** From when on newcomers are refused. */
    public Optional<Instant> closing() {
        return planned.callers().closing();
    }

    /** The same, if that is near or past. */
    Optional<Instant> announcedClosing(Instant now) {
        return closing().filter(closing -> !closing.minus(planned.lead()).isAfter(now));
    }

    /** Whether a project is refused because it never called before. */
    public boolean isNewcomer(String project, Instant now) {
        return closing().filter(closing -> !now.isBefore(closing)).isPresent() && seen.isNew(project);
    }

    /** The window that goes on, if there is one. */
    public Optional<Brownout> current(Instant now) {
        return windows.current(now, window -> true);
    }

    /** The last windows that are over, the latest first. */
    public List<Brownout> past(Instant now) {
        return windows.past(now);
    }

    /** The first window for everybody that goes on or comes so soon that it is announced. */
    Optional<Brownout> announced(Instant now) {
        return windows.announced(now, Brownout::isForAll);
    }

    /** The same of the windows that hit a project. */
    Optional<Brownout> announced(@Nullable String project, Instant now) {
        return windows.announced(now, hitting(project));
    }

    /** The rules by which windows come every week, as long as one of them is still to come. */
    public List<WeeklyBrownouts> rules(Instant now) {
        return planned.rules().stream().filter(rule -> rule.end().isAfter(now)).toList();
    }

    /** The window that goes on and those that come: the next twenty, and those after them that no rule tells of. */
    public List<Brownout> upcoming(Instant now) {
        return windows.upcoming(now, window -> true);
    }

    /** The same of the windows that hit a project. */
    public List<Brownout> upcoming(@Nullable String project, Instant now) {
        return windows.upcoming(now, hitting(project));
    }

    private Predicate<Brownout> hitting(@Nullable String project) {
        Optional<Instant> exempt = exemptUntil(project);
        return window -> window.affects(project)
                && exempt.filter(until -> !until.isBefore(window.end())).isEmpty();
    }
}
