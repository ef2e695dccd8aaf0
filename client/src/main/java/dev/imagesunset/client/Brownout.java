package dev.imagesunset.client;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An announced window in which a deprecated call is answered with 410, so that forgotten callers show up before its
 * end.
 *
 * @param start when it starts
 * @param end when it ends, exclusive
 */
public record Brownout(Instant start, Instant end) implements Serializable {
    /** The brownout in the header of this name; null if that is illegible, or a window without a length. */
    static @Nullable Brownout parse(String header) {
        StructuredDate start = StructuredDate.parse(header);
        if (start == null) {
            return null;
        }
        Instant end = start.parameter("until");
        return end != null && start.date().isBefore(end) ? new Brownout(start.date(), end) : null;
    }

    /** The window in words. */
    @Override
    public String toString() {
        return "from " + start + " until " + end;
    }
}
