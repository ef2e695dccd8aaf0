package dev.imagesunset.server.calls;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.imagesunset.server.request.Exchange;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.stereotype.Component;

/** The metrics of calls, and of the number of projects. Projects are too many for a tag. */
@Component
class CallMeter {
    private final MeterRegistry meters;
    private final ConcurrentMap<Kind, Timer> timers = new ConcurrentHashMap<>();

    private record Kind(String version, String agent, String outcome) {}

    CallMeter(MeterRegistry meters, Callers callers) {
        this.meters = meters;
        LoadingCache<String, Long> counted =
                Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).build(all -> callers.count());
        Gauge.builder("image.sunset.calling.projects", () -> counted.get("all"))
                .description("Projects that called the API version that ends in the last 7 days, counted once a minute")
                .register(meters);
    }

    void record(String version, String agent, Exchange exchange) {
        timers.computeIfAbsent(new Kind(version, agent, exchange.outcome()), this::timer)
                .record(exchange.duration());
    }

    private Timer timer(Kind kind) {
        return Timer.builder("image.sunset.calls")
                .description("Calls of the API version that ends, and of its successor, and how long they took")
                .tag("version", kind.version)
                .tag("agent", kind.agent)
                .tag("outcome", kind.outcome)
                .register(meters);
    }
}
