package dev.imagesunset.server;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.context.annotation.Primary;

/** The server's clock, set by the test; until then it is a running one. */
@Primary
public final class MovableClock implements InstantSource {
    private volatile InstantSource source = new ClockBeforeTheEnd();

    public void moveTo(String instant) {
        source = InstantSource.fixed(Instant.parse(instant));
    }

    public void move(Duration by) {
        source = InstantSource.fixed(instant().plus(by));
    }

    public void showRealTime() {
        source = new ClockBeforeTheEnd();
    }

    @Override
    public Instant instant() {
        return source.instant();
    }
}
