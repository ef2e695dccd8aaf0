package dev.imagesunset.server.sunset;

import dev.imagesunset.server.generated.Decision;
import dev.imagesunset.server.generated.EndOfLife.PhaseEnum;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * When the operation ends or is suspended, and for whom: what the contract and the settings say, as changed by
 * decisions. Everything follows from these, from what was seen of callers and from the time asked about, so that every
 * server says the same.
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
        held = critical().stream()
                .filter(project -> decided.isHeld(project) && !seen.gone().contains(project))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The plan after decisions.
     *
     * @param decisions the decisions made, the oldest first
     * @param seen what is known about callers
     */
    static Plan of(Planned planned, List<Decision> decisions, SeenCallers seen) {
        return new Plan(planned, new Decided(planned, decisions), seen);
    }

    /** The operation's deprecation, with its dates as decided. */
    public Deprecation deprecation() {
        return decided.deprecation();
    }

    /** What every answer says about it. */
    Notice notice() {
        return notice;
    }

    Windows windows() {
        return windows;
    }

    /** The phase that the operation is in. */
    public PhaseEnum phase(Instant now) {
        if (isOver(now)) {
            return PhaseEnum.GONE;
        }
        return current(now).isPresent() ? PhaseEnum.BROWNOUT : PhaseEnum.DEPRECATED;
    }

    /** Whether the sunset has come. */
    boolean isOver(Instant now) {
        return !now.isBefore(deprecation().sunset());
    }

    /** The refusal of a project's call, unless the operation works for the project. */
    Optional<OperationGone> refusal(String project, Instant now) {
        if (!worksFor(project, now)) {
            return Optional.of(OperationGone.forGood(deprecation()));
        }
        if (decided.rehearses(project, now)) {
            return Optional.of(OperationGone.rehearsed(deprecation()));
        }
        if (isOver(now)) {
            return Optional.empty();
        }
        if (isNewcomer(project, now)) {
            return closing().map(closing -> OperationGone.forNewcomers(deprecation(), closing));
        }
        return windows.current(now, window -> window.affects(project) && !isExempt(project, now))
                .map(window -> OperationGone.forNow(deprecation(), window, now));
    }

    /** Whether the sunset has not come for a project: for nobody else, or as it is held open. */
    boolean worksFor(String project, Instant now) {
        return !isOver(now) || heldFor(now).contains(project);
    }

    private boolean isExempt(String project, Instant at) {
        return exemptUntil(project).filter(at::isBefore).isPresent();
    }

    /** When the exemption of a project from brownouts ends or ended, if it has or had one. */
    public Optional<Instant> exemptUntil(String project) {
        return Optional.ofNullable(decided.exemptUntil(project));
    }

    /** What a project last said about its calls. */
    public Optional<Decision> word(String project) {
        return Optional.ofNullable(decided.word(project));
    }

    /** The projects that said that they need their calls until after a time. */
    public Set<String> needing(Instant at) {
        return decided.needing(at);
    }

    /** The projects for which the interlock holds the operation open after the sunset. */
    public Set<String> heldFor(Instant now) {
        return isOver(now) && interlockEnd().filter(now::isBefore).isPresent() ? heldAndNeeding(now) : Set.of();
    }

    private Set<String> heldAndNeeding(Instant now) {
        Set<String> all = new HashSet<>(held);
        critical().stream()
                .filter(project -> decided.isHeld(project) && decided.needs(project, now))
                .forEach(all::add);
        return all;
    }

    /** When the interlock ends, if there is one. */
    public Optional<Instant> interlockEnd() {
        return planned.callers().interlock().end();
    }

    /** The projects that the interlock is for. */
    Set<String> critical() {
        return planned.callers().interlock().projects();
    }

    /** When newcomers start to be refused, if it can be known who is one. */
    public Optional<Instant> closing() {
        return planned.callers().closing().filter(closing -> seen.known().isPresent());
    }

    /** The same time, if nobody can be refused because it is not known who called before. */
    Optional<Instant> vainClosing() {
        return planned.callers().closing().filter(closing -> seen.known().isEmpty());
    }

    /** The same time, if it is near or past. */
    Optional<Instant> announcedClosing(Instant now) {
        return closing().filter(closing -> !closing.minus(planned.lead()).isAfter(now));
    }

    /** Whether a project is refused because it never called before the closing. */
    public boolean isNewcomer(String project, Instant now) {
        return closing().filter(closing -> !now.isBefore(closing)).isPresent() && seen.isNew(project);
    }

    /** The current window, if there is one. */
    Optional<Brownout> current(Instant now) {
        return windows.current(now, window -> true);
    }

    /** The last ten past windows, the latest first. */
    public List<Brownout> past(Instant now) {
        return windows.past(now);
    }

    /** The first window for everybody that is open or near enough to be announced. */
    Optional<Brownout> announced(Instant now) {
        return windows.announced(now, Brownout::isForAll);
    }

    /** The same of the windows that hit a project. */
    Optional<Brownout> announced(String project, Instant now) {
        return windows.announced(now, hitting(project));
    }

    /** The rules of weekly windows, as long as their last one is not over. */
    public List<WeeklyBrownouts> rules(Instant now) {
        return planned.rules().stream().filter(rule -> rule.end().isAfter(now)).toList();
    }

    /** The current and coming windows: the next twenty, and any later ones that no rule covers. */
    public List<Brownout> upcoming(Instant now) {
        return windows.upcoming(now, window -> true);
    }

    /** The same of the windows that hit a project. */
    public List<Brownout> upcoming(String project, Instant now) {
        return windows.upcoming(now, hitting(project));
    }

    /** The windows that hit a project for some time at least. */
    Predicate<Brownout> hitting(String project) {
        Optional<Instant> exempt = exemptUntil(project);
        return window -> window.affects(project)
                && exempt.filter(until -> !until.isBefore(window.end())).isEmpty();
    }
}
