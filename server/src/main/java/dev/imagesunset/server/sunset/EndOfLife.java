package dev.imagesunset.server.sunset;

import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** How far the end of each deprecated operation is, by the clock. */
@Component
public class EndOfLife {
    private final Brownouts brownouts;
    private final InstantSource clock;

    EndOfLife(Brownouts brownouts, InstantSource clock) {
        this.brownouts = brownouts;
        this.clock = clock;
    }

    /** The time of this server. */
    public Instant now() {
        return clock.instant();
    }

    /** The phase of an operation. */
    public Phase phase(Deprecation deprecation) {
        if (!now().isBefore(deprecation.sunset())) {
            return Phase.GONE;
        }
        return brownouts.current().isPresent() ? Phase.BROWNOUT : Phase.DEPRECATED;
    }
}
