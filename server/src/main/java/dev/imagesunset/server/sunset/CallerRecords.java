package dev.imagesunset.server.sunset;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What the end has to know about callers; the package that counts calls implements it. */
public interface CallerRecords {
    /** The projects that, before a time, called the operation that ends; empty if calls were not counted for long then. */
    Optional<Set<String>> calledBefore(Instant time);

    /** Those of some projects that, at a time, count as gone. */
    Set<String> gone(Set<String> projects, Instant time);
}
