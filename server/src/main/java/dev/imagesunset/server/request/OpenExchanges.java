package dev.imagesunset.server.request;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/** Counts the requests that have not ended, so that a stop waits until the last has been logged and counted. */
@Component
public class OpenExchanges {
    private static final Duration MOMENT = Duration.ofMillis(1);

    private final AtomicInteger open = new AtomicInteger();

    /** Counts one more. */
    public void begin() {
        open.incrementAndGet();
    }

    /** Counts one less. */
    public void end() {
        open.decrementAndGet();
    }

    /** Waits until there are none, but no longer than this. */
    public void awaitNone(Duration longest) {
        long start = System.nanoTime();
        while (open.get() > 0 && System.nanoTime() - start < longest.toNanos()) {
            LockSupport.parkNanos(MOMENT.toNanos());
        }
    }
}
