package dev.imagesunset.server.image;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** The metric of tombstones, counted at most once a minute, because counting them all takes a while. */
@Component
class TombstoneMeter {
    TombstoneMeter(Tombstones tombstones, MeterRegistry meters) {
        LoadingCache<String, Long> counted =
                Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).build(all -> tombstones.count());
        Gauge.builder("image.sunset.tombstones", () -> counted.get("all"))
                .description("Deleted images, whose rows are never removed")
                .register(meters);
    }
}
