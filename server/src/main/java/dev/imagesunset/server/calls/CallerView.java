package dev.imagesunset.server.calls;

import dev.imagesunset.server.generated.CallerReadiness;
import dev.imagesunset.server.generated.CallingProject;
import dev.imagesunset.server.generated.CallingProject.ReadyEnum;
import dev.imagesunset.server.generated.Witness;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** One project's calls, added up. */
final class CallerView {
    private final Sighting seen;
    private final long lastDay;
    private final List<CallGroup> deprecated;
    private final long successor;
    private final boolean knowsSuccessor;

    CallerView(Sighting seen, long lastDay, List<CallGroup> groups, CountedVersions versions) {
        this.seen = seen;
        this.lastDay = lastDay;
        knowsSuccessor = versions.knowsSuccessor();
        deprecated = groups.stream()
                .filter(group -> group.version().equals(versions.deprecated()))
                .toList();
        successor = groups.stream()
                .filter(group -> group.version().equals(versions.successor()))
                .mapToLong(CallGroup::month)
                .sum();
    }

    CallingProject project(Optional<CallerReadiness> verdict) {
        return new CallingProject(
                        seen.project(),
                        lastDay,
                        sum(CallGroup::week),
                        sum(CallGroup::month),
                        time(seen.firstAt()),
                        time(seen.lastAt()),
                        List.copyOf(by(CallGroup::agent).keySet()),
                        by(CallGroup::outcome))
                .successorShare(knowsSuccessor ? successorShare() : null)
                .name(seen.name())
                .domain(seen.domain())
                .lastUser(seen.user())
                .lastRequestId(seen.lastRequest())
                .userAgents(seen.userAgents())
                .ready(verdict.map(
                                caller -> ReadyEnum.fromValue(caller.getReady().getValue()))
                        .orElse(null))
                .because(verdict.map(CallerView::because).orElse(null));
    }

    /** The reason of the witness that decides, or else of the first. */
    private static String because(CallerReadiness verdict) {
        List<Witness> witnesses = verdict.getWitnesses();
        return witnesses.stream()
                .filter(witness ->
                        witness.getSays().getValue().equals(verdict.getReady().getValue()))
                .findFirst()
                .orElse(witnesses.get(0))
                .getBecause();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC);
    }

    private long sum(ToLongFunction<CallGroup> calls) {
        return deprecated.stream().mapToLong(calls).sum();
    }

    private double successorShare() {
        long all = sum(CallGroup::month) + successor;
        return all == 0 ? 0 : (double) successor / all;
    }

    /** The calls of the last month by one of their properties, the most frequent value first. */
    private Map<String, Long> by(Function<CallGroup, String> property) {
        Map<String, Long> sums =
                deprecated.stream().collect(Collectors.groupingBy(property, Collectors.summingLong(CallGroup::month)));
        Map<String, Long> sorted = new LinkedHashMap<>();
        sums.entrySet().stream()
                .sorted(Collections.reverseOrder(Map.Entry.comparingByValue()))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }
}
