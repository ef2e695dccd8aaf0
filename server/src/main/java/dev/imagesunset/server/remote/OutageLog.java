package dev.imagesunset.server.remote;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Warns that something remote does not answer, at most once a second: who writes a line waits for all who write one,
 * and in an outage that is everybody. What became of each request is in its access line.
 */
public final class OutageLog {
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);

    private final Logger log;
    private final String warning;
    private final AtomicLong next = new AtomicLong(System.nanoTime());

    /**
     * Warns of one kind of outage.
     *
     * @param warning what is said, with {@code {}} where the reason stands
     */
    public OutageLog(Logger log, String warning) {
        this.log = log;
        this.warning = warning;
    }

    /** Warns with this reason, unless somebody has within the last second. */
    public void warn(@Nullable String reason) {
        long due = next.get();
        long now = System.nanoTime();
        if (now - due >= 0 && next.compareAndSet(due, now + PAUSE)) {
            log.warn(warning, reason);
        }
    }
}
