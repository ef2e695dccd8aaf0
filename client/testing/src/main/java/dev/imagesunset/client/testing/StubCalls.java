package dev.imagesunset.client.testing;

import dev.imagesunset.client.Brownout;
import dev.imagesunset.client.model.BrownoutWindow;
import dev.imagesunset.client.model.CallerReadiness;
import dev.imagesunset.client.model.DayOfCalls;
import dev.imagesunset.client.model.MyCalls;
import dev.imagesunset.client.model.Witness;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the project still calls of what ends, counted as the calls come. */
final class StubCalls {
    private final Conditions conditions;
    private final SortedMap<LocalDate, Long> deprecated = new TreeMap<>();
    private final SortedMap<LocalDate, Long> successors = new TreeMap<>();
    private final SortedMap<String, Long> outcomes = new TreeMap<>();
    private final Set<String> agents = new LinkedHashSet<>();
    private @Nullable LocalDate lastCall;
    private @Nullable String lastRequestId;

    StubCalls(Conditions conditions) {
        this.conditions = conditions;
    }

    void count(ContractOperation operation, StubRequest request, String outcome) {
        LocalDate today = LocalDate.ofInstant(conditions.now(), ZoneOffset.UTC);
        if (operation.name().equals(ContractOperation.ENDING.successor())) {
            successors.merge(today, 1L, Long::sum);
        } else if (operation.isDeprecated()) {
            deprecated.merge(today, 1L, Long::sum);
            if (!outcome.equals(Refusal.REHEARSAL)) {
                lastCall = today;
            }
            outcomes.merge(outcome, 1L, Long::sum);
            agents.add(request.agent());
            lastRequestId = request.id();
        }
    }

    MyCalls shown(StubWords words) {
        MyCalls.Builder calls = MyCalls.builder()
                .project(ImageServiceStub.PROJECT)
                .operation(ContractOperation.ENDING.name())
                .successor(ContractOperation.ENDING.successor())
                .sunset(ContractOperation.ENDING.goneFrom().atOffset(ZoneOffset.UTC))
                .days(days())
                .userAgents(List.copyOf(agents))
                .outcomes(Map.copyOf(outcomes))
                .brownouts(conditions.upcoming().map(StubCalls::window).toList())
                .words(words.latestFirst())
                .readiness(readiness());
        return lastRequestId == null
                ? calls.build()
                : calls.lastRequestId(lastRequestId).build();
    }

    void forget() {
        List.of(deprecated, successors, outcomes).forEach(Map::clear);
        agents.clear();
        lastCall = null;
        lastRequestId = null;
    }

    private List<DayOfCalls> days() {
        SortedMap<LocalDate, Long> all = new TreeMap<>(deprecated);
        successors.keySet().forEach(day -> all.putIfAbsent(day, 0L));
        return all.entrySet().stream()
                .map(day -> DayOfCalls.builder()
                        .day(day.getKey())
                        .deprecated(day.getValue())
                        .successor(successors.getOrDefault(day.getKey(), 0L))
                        .build())
                .toList();
    }

    /** It is ready as long as it has called nothing that ends. */
    private CallerReadiness readiness() {
        CallerReadiness.Builder readiness = CallerReadiness.builder().project(ImageServiceStub.PROJECT);
        if (lastCall == null) {
            return readiness
                    .ready(CallerReadiness.ReadyEnum.YES)
                    .witnesses(List.of())
                    .build();
        }
        Witness traffic = Witness.builder()
                .witness(Witness.WitnessEnum.TRAFFIC)
                .says(Witness.SaysEnum.NO)
                .because("It called last on " + lastCall + ".")
                .build();
        return readiness
                .ready(CallerReadiness.ReadyEnum.NO)
                .witnesses(List.of(traffic))
                .build();
    }

    private static BrownoutWindow window(Brownout brownout) {
        return BrownoutWindow.builder()
                .start(brownout.start().atOffset(ZoneOffset.UTC))
                .end(brownout.end().atOffset(ZoneOffset.UTC))
                .percent(100)
                .build();
    }
}
