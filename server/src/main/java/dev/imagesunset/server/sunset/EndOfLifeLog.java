package dev.imagesunset.server.sunset;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Logs for operators when brownouts start and end, when the sunset comes, and that it was postponed. */
@Component
class EndOfLifeLog {
    private static final Logger log = LoggerFactory.getLogger(EndOfLifeLog.class);

    private final Deprecations deprecations;
    private final EndOfLife endOfLife;
    private Optional<Brownout> toldOf = Optional.empty();
    private boolean hasToldOfSunset;

    EndOfLifeLog(Deprecations deprecations, EndOfLife endOfLife, MeterRegistry meters) {
        this.deprecations = deprecations;
        this.endOfLife = endOfLife;
        Gauge.builder("image.sunset.date", () -> sunset().getEpochSecond())
                .description("From when on the deprecated operation is gone, in seconds since 1970")
                .register(meters);
        Gauge.builder("image.sunset.brownout", () -> current().isPresent() ? 1 : 0)
                .description("Whether the deprecated operation rests in a brownout, for some or for all")
                .register(meters);
        Gauge.builder(
                        "image.sunset.interlock",
                        () -> endOfLife.plan().heldFor(endOfLife.now()).size())
                .description("For how many projects the interlock holds the deprecated operation open after the sunset")
                .register(meters);
    }

    @EventListener(ApplicationReadyEvent.class)
    void tellOfTheEnd() {
        Deprecation deprecation = deprecations.first();
        log.info("{} ends on {}", deprecation.operation().name(), sunset());
        if (deprecation.postponedFrom() != null) {
            log.warn(
                    "image-sunset.v1-1.sunset postpones the end of {} from {} to {}",
                    deprecation.operation().name(),
                    deprecation.postponedFrom(),
                    deprecation.sunset());
        }
        if (sunset().isAfter(deprecation.sunset())) {
            log.warn(
                    "Callers were told that {} ends on {}, so it does not end on {}, as this server's settings have it. Set image-sunset.v1-1.sunset to that day",
                    deprecation.operation().name(),
                    sunset(),
                    deprecation.sunset());
        }
        endOfLife
                .plan()
                .vainClosing()
                .ifPresent(closing -> log.warn(
                        "image-sunset.v1-1.closed-to-newcomers is {}, and calls were not counted for 35 days by then: nobody counts as new, since nobody knows who called before. Set a later day.",
                        LocalDate.ofInstant(closing, ZoneOffset.UTC)));
        endOfLife.plan().upcoming(endOfLife.now()).stream()
                .findFirst()
                .ifPresent(next -> log.info("The next brownout: {}", next));
    }

    private Instant sunset() {
        return endOfLife.plan().deprecation().sunset();
    }

    private Optional<Brownout> current() {
        return endOfLife.plan().current(endOfLife.now());
    }

    @Scheduled(fixedDelay = 1000)
    void tellOfChanges() {
        Optional<Brownout> current = current();
        if (!current.equals(toldOf)) {
            toldOf.ifPresent(ended -> log.info("The brownout has ended: {}", ended));
            current.ifPresent(started -> log.warn("A brownout has started: {}", started));
            toldOf = current;
        }
        boolean isGone = endOfLife.plan().isOver(endOfLife.now());
        if (isGone && !hasToldOfSunset) {
            int held = endOfLife.plan().heldFor(endOfLife.now()).size();
            log.warn(
                    "The sunset has come: deprecated operations are gone since {}{}",
                    sunset(),
                    held == 0 ? "" : "; the interlock holds them open for some projects, so far " + held);
        }
        hasToldOfSunset = isGone;
    }
}
