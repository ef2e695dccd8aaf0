package dev.imagesunset.server.sunset;

import java.time.Instant;
import java.util.Set;

/** What the end has to know of callers, from whoever counts them. */
public interface CallerRecords {
    /** The projects that called the operation that ends before a time. */
    Set<String> calledBefore(Instant time);

    /** Those of some projects whose silence before a time is believed. */
    Set<String> gone(Set<String> projects, Instant time);
}
