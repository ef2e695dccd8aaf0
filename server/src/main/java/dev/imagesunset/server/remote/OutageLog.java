package dev.imagesunset.server.remote;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Warns that a remote service does not answer, at most once a second: log writers wait for each other, and in an outage
 * every request would write. The outcome of each request is in its access line.
 */
public final class OutageLog {
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);

    private final Logger log;
    private final String warning;
    private final AtomicLong next = new AtomicLong(System.nanoTime());

    /**
     * Creates the log of one kind of outage.
     *
     * @param warning the message, with {@code {}} in place of the reason
     */
    public OutageLog(Logger log, String warning) {
        this.log = log;
        this.warning = warning;
    }

    /** Warns with this reason, unless there was a warning within the last second. */
    public void warn(@Nullable String reason) {
        long due = next.get();
        long now = System.nanoTime();
        if (now - due >= 0 && next.compareAndSet(due, now + PAUSE)) {
            log.warn(warning, reason);
        }
    }
}
