package dev.imagesunset.server.request;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/** How many requests have not ended: a stop waits until what there is to tell of the last has been told. */
@Component
public class OpenExchanges {
    private static final Duration MOMENT = Duration.ofMillis(1);

    private final AtomicInteger open = new AtomicInteger();

    /** One more. */
    public void begin() {
        open.incrementAndGet();
    }

    /** One less. */
    public void end() {
        open.decrementAndGet();
    }

    /** Waits until there is none, but for no longer than this. */
    public void awaitNone(Duration longest) {
        long start = System.nanoTime();
        while (open.get() > 0 && System.nanoTime() - start < longest.toNanos()) {
            LockSupport.parkNanos(MOMENT.toNanos());
        }
    }
}
