package dev.imagesunset.server.calls;

import dev.imagesunset.server.request.OpenExchanges;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Moves calls from memory into the database, every few seconds and when the server stops: after its last request,
 * before its connections close. Calls that cannot be stored are kept and stored later.
 */
@Component
class CallStore implements SchedulingConfigurer, SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(CallStore.class);
    private static final Duration NOW_AND_THEN = Duration.ofHours(1);
    private static final Duration HOURS_ARE_KEPT = Duration.ofDays(2);
    private static final Duration LAST_CALLS = Duration.ofSeconds(1);

    private final Tallies tallies;
    private final OpenExchanges open;
    private final CallRows rows;
    private final CallingProjects projects;
    private final UsageProperties settings;
    private final InstantSource clock;
    private boolean hasFailed;
    private volatile boolean isRunning;

    CallStore(
            Tallies tallies,
            OpenExchanges open,
            CallRows rows,
            CallingProjects projects,
            UsageProperties settings,
            InstantSource clock) {
        this.tallies = tallies;
        this.open = open;
        this.rows = rows;
        this.projects = projects;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(new FixedDelayTask(this::store, settings.flushInterval(), settings.flushInterval()));
        tasks.addFixedDelayTask(new FixedDelayTask(this::forget, NOW_AND_THEN, NOW_AND_THEN));
    }

    /** Stores the calls counted since the last time. */
    synchronized void store() {
        try {
            List<Tally.Total> totals = tallies.unstored(clock.instant());
            rows.store(totals);
            tallies.areStored(totals);
            projects.store();
            if (hasFailed) {
                log.info("Calls are stored again");
            }
            hasFailed = false;
        } catch (DataAccessException | TransactionException e) {
            if (!hasFailed) {
                log.warn(
                        "Calls cannot be stored, and are kept in memory until they can: {}",
                        NestedExceptionUtils.getMostSpecificCause(e).toString());
            }
            hasFailed = true;
        }
    }

    /** Removes calls that need not be kept any longer. */
    void forget() {
        try {
            Instant now = clock.instant();
            projects.forget(Span.DAY.start(now).minus(settings.keep()));
            rows.forgetDays(Span.DAY.start(now), settings.keep());
            rows.forgetHours(Span.HOUR.start(now).minus(HOURS_ARE_KEPT));
        } catch (DataAccessException | TransactionException e) {
            log.info(
                    "Old calls are removed later: {}",
                    NestedExceptionUtils.getMostSpecificCause(e).toString());
        }
    }

    @Override
    public void start() {
        isRunning = true;
    }

    @Override
    public void stop() {
        open.awaitNone(LAST_CALLS);
        store();
        long lost = tallies.unstored();
        if (lost > 0) {
            log.error("The server stops, and {} calls are not stored", lost);
        }
        isRunning = false;
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }

    @Override
    public int getPhase() {
        return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
    }
}
