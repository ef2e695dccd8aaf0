package dev.imagesunset.server.sunset;

import dev.imagesunset.server.generated.Decision;
import dev.imagesunset.server.request.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** The current plan for the end, by this server's clock; it is read again after every decision. */
@Component
public class EndOfLife implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(EndOfLife.class);

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration WHILE_ROWS_ARE_WRITTEN = Duration.ofMinutes(1);

    private final ToldSunset told;
    private final Decisions decisions;
    private final CallerRecords callers;
    private final InstantSource clock;
    private volatile Planned planned;
    private volatile Plan plan;
    private volatile Instant readAt = Instant.MIN;
    private volatile long known;
    private volatile boolean isRunning;

    EndOfLife(
            Deprecations deprecations,
            Brownouts brownouts,
            EndOfLifeProperties settings,
            CallerProperties single,
            ToldSunset told,
            Decisions decisions,
            CallerRecords callers,
            InstantSource clock) {
        planned =
                new Planned(deprecations.first(), brownouts.windows(), brownouts.rules(), settings.announce(), single);
        this.told = told;
        this.decisions = decisions;
        this.callers = callers;
        this.clock = clock;
        plan = Plan.of(planned, List.of(), SeenCallers.NONE);
    }

    /** The time by this server's clock. */
    public Instant now() {
        return clock.instant();
    }

    /** The current plan. */
    public Plan plan() {
        return plan;
    }

    /**
     * Makes a decision, which takes effect on this server at once and on others within seconds.
     *
     * @param wanted the decision, with the properties that the caller sent
     * @throws dev.imagesunset.server.problem.Refusal if the decision is impossible
     */
    public Decision decide(Decision wanted, Exchange exchange) {
        Decision kept = decisions.alone(() -> {
            read();
            Instant now = now().truncatedTo(ChronoUnit.MILLIS);
            Decision complete = new DecisionRules(plan, now).complete(wanted.at(now.atOffset(ZoneOffset.UTC)));
            if (DecisionRules.isSaid(complete)) {
                DecisionRules.requireFew(decisions.said(complete.getProjects(), now.minus(A_DAY)));
            }
            return decisions.add(complete, exchange);
        });
        read();
        return kept;
    }

    /** Looks for new decisions, so that they take effect everywhere within a few seconds. */
    @Scheduled(fixedDelay = 2000)
    void refresh() {
        try {
            if (decisions.newest() != known || areCallersDue()) {
                read();
            }
        } catch (DataAccessException | TransactionException e) {
            log.debug(
                    "Decisions are looked for later: {}",
                    NestedExceptionUtils.getMostSpecificCause(e).toString());
        }
    }

    private synchronized void read() {
        Instant now = now();
        long newest = decisions.newest();
        List<Decision> all = decisions.inForce();
        Instant sunset = Plan.of(planned, all, SeenCallers.NONE).deprecation().sunset();
        plan = Plan.of(planned, all, seen(now, sunset));
        known = newest;
        readAt = now;
    }

    private SeenCallers seen(Instant now, Instant sunset) {
        Set<String> critical = planned.callers().interlock().projects();
        return new SeenCallers(
                planned.callers().closing().flatMap(callers::calledBefore),
                critical.isEmpty() || now.isBefore(sunset) ? Set.of() : callers.gone(critical, sunset));
    }

    /**
     * Whether callers must be read again: around the times that separate old callers from new or silent ones, their
     * last calls are still being written.
     */
    private boolean areCallersDue() {
        Instant now = now();
        Optional<Instant> held = planned.callers().interlock().end().map(end -> plan.deprecation()
                .sunset());
        return Stream.of(planned.callers().closing(), held)
                .flatMap(Optional::stream)
                .anyMatch(time -> !now.isBefore(time.minus(WHILE_ROWS_ARE_WRITTEN))
                        && readAt.isBefore(time.plus(WHILE_ROWS_ARE_WRITTEN)));
    }

    /** Reads what was told and decided before the first request can arrive. */
    @Override
    public void start() {
        planned = planned.postponedTo(told.with(planned.deprecation().sunset()));
        read();
        isRunning = true;
    }

    @Override
    public void stop() {
        isRunning = false;
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
