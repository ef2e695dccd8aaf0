package dev.imagesunset.server.sunset;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A window in which the deprecated operations answer 410, so that forgotten callers show up before the end.
 *
 * @param start when it starts
 * @param end when it ends, exclusive
 * @param projects the only projects that it is for; empty for all
 * @param percent the percentage of projects that it is for, always the same ones
 */
public record Brownout(Instant start, Instant end, Set<String> projects, int percent) {
    static final int ALL = 100;

    /** The same brownout with another end, or null if that is not after its start. */
    @Nullable Brownout endingAt(Instant other) {
        return other.isAfter(start) ? new Brownout(start, other, projects, percent) : null;
    }

    boolean isAt(Instant now) {
        return !now.isBefore(start) && now.isBefore(end);
    }

    boolean isForAll() {
        return projects.isEmpty() && percent == ALL;
    }

    boolean affects(String project) {
        return (projects.isEmpty() || projects.contains(project)) && (percent == ALL || draw(project) < percent);
    }

    /**
     * A number that is the same for a project in every window and on every instance; it may be predictable, but must be
     * evenly distributed.
     */
    private static int draw(String project) {
        CRC32 checksum = new CRC32();
        checksum.update(project.getBytes(StandardCharsets.UTF_8));
        return (int) (checksum.getValue() % ALL);
    }

    Duration rest(Instant now) {
        return Duration.between(now, end).plusMillis(999);
    }

    /** The brownout in the contract's form. */
    public dev.imagesunset.server.generated.Brownout shown() {
        return new dev.imagesunset.server.generated.Brownout(
                        start.atOffset(ZoneOffset.UTC), end.atOffset(ZoneOffset.UTC), percent)
                .projects(projects.isEmpty() ? null : projects.stream().sorted().toList());
    }

    /** The brownout as operators read it in the log. */
    @Override
    public String toString() {
        return "from %s to %s, for %s%s"
                .formatted(
                        start,
                        end,
                        percent == ALL ? "" : percent + " percent of ",
                        projects.isEmpty()
                                ? "all projects"
                                : "the projects " + String.join(", ", new TreeSet<>(projects)));
    }

    /** The value of the header {@code Brownout}: a date with a parameter (RFC 9651, sections 3.3.7 and 3.1.2). */
    String header() {
        return "@" + start.getEpochSecond() + ";until=@" + end.getEpochSecond();
    }
}
