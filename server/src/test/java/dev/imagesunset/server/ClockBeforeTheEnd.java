package dev.imagesunset.server;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that never shows the sunset, so that no test fails because a day has come: years that are too late, it shows again. */
public final class ClockBeforeTheEnd implements InstantSource {
    private static final Instant SAFE = Instant.parse("2027-06-30T00:00:00Z");
    private static final Duration YEAR = Duration.ofDays(365);

    @Override
    public Instant instant() {
        Instant now = InstantSource.system().instant();
        while (now.isAfter(SAFE)) {
            now = now.minus(YEAR);
        }
        return now;
    }
}
