package dev.imagesunset.server.sunset;

import dev.imagesunset.server.generated.Decision;
import dev.imagesunset.server.request.Exchange;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** What holds about the end, by this server's clock: the plan, read again whenever somebody has decided something. */
@Component
public class EndOfLife implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(EndOfLife.class);

    private final Deprecations deprecations;
    private final Brownouts brownouts;
    private final EndOfLifeProperties settings;
    private final Decisions decisions;
    private final InstantSource clock;
    private volatile Plan plan;
    private volatile boolean isRunning;
    private int known;

    EndOfLife(
            Deprecations deprecations,
            Brownouts brownouts,
            EndOfLifeProperties settings,
            Decisions decisions,
            InstantSource clock) {
        this.deprecations = deprecations;
        this.brownouts = brownouts;
        this.settings = settings;
        this.decisions = decisions;
        this.clock = clock;
        plan = plan(List.of());
    }

    /** The time of this server. */
    public Instant now() {
        return clock.instant();
    }

    /** What holds. */
    public Plan plan() {
        return plan;
    }

    /**
     * Decides something, which this server heeds at once and others soon.
     *
     * @param wanted the decision, as far as it is known who wants what
     * @throws dev.imagesunset.server.problem.Refusal if it cannot be
     */
    public Decision decide(Decision wanted, Exchange exchange) {
        read();
        Instant now = now().truncatedTo(ChronoUnit.MILLIS);
        Decision kept =
                decisions.add(new DecisionRules(plan, now).complete(wanted.at(now.atOffset(ZoneOffset.UTC))), exchange);
        read();
        return kept;
    }

    /** Looks for new decisions, so that they hold everywhere within a few seconds. */
    @Scheduled(fixedDelay = 2000)
    void refresh() {
        try {
            if (decisions.count() != known) {
                read();
            }
        } catch (DataAccessException | TransactionException e) {
            log.debug(
                    "Decisions are looked for later: {}",
                    NestedExceptionUtils.getMostSpecificCause(e).toString());
        }
    }

    private synchronized void read() {
        List<Decision> all = decisions.all();
        plan = plan(all);
        known = all.size();
    }

    private Plan plan(List<Decision> decided) {
        return Plan.of(deprecations.first(), brownouts.windows(), settings.announce(), decided);
    }

    /** Reads what was decided before the first caller can come. */
    @Override
    public void start() {
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
