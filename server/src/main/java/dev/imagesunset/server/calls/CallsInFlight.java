package dev.imagesunset.server.calls;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/** How many calls are being answered: a stop waits for the last one to be counted, a moment after Tomcat is done with it. */
@Component
class CallsInFlight {
    private static final Duration MOMENT = Duration.ofMillis(1);

    private final AtomicInteger calls = new AtomicInteger();

    void begin() {
        calls.incrementAndGet();
    }

    void end() {
        calls.decrementAndGet();
    }

    void awaitNone(Duration patience) {
        long start = System.nanoTime();
        while (calls.get() > 0 && System.nanoTime() - start < patience.toNanos()) {
            LockSupport.parkNanos(MOMENT.toNanos());
        }
    }
}
