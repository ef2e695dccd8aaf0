package dev.imagesunset.server.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TalliesTest {
    private static final Instant NOW = Instant.parse("2026-11-02T08:30:00Z");
    private static final int CALLS = 300_000;

    private final Tallies tallies = new Tallies();
    private final Map<UUID, Long> rows = new ConcurrentHashMap<>();

    @Test
    void noCallIsLostOrCountedTwiceWhileHoursEndAndCountsAreStored() throws Exception {
        AtomicInteger hours = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(5);
        try {
            Callable<Boolean> caller = () -> {
                for (int i = 0; i < CALLS; i++) {
                    count("demo", after(hours.get()));
                }
                return true;
            };
            List<Future<Boolean>> callers =
                    Stream.generate(() -> threads.submit(caller)).limit(4).toList();
            while (!callers.stream().allMatch(Future::isDone)) {
                store(after(hours.incrementAndGet()));
            }
            for (Future<Boolean> done : callers) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
        store(after(hours.incrementAndGet()));
        assertThat(rows.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(4L * CALLS);
        assertThat(tallies.size()).isZero();
    }

    @Test
    void whatIsNotStoredIsThereTheNextTime() {
        count("demo", NOW);
        assertThat(tallies.unstored(NOW)).hasSize(1);
        assertThat(tallies.unstored(NOW.plus(Duration.ofHours(2)))).hasSize(1);
        assertThat(tallies.unstored()).isEqualTo(1);
    }

    @Test
    void whatIsStoredAndDidNotChangeIsNotStoredAgain() {
        count("demo", NOW);
        store(NOW);
        assertThat(tallies.unstored(NOW)).isEmpty();
        count("demo", NOW);
        assertThat(tallies.unstored(NOW)).singleElement().matches(total -> total.calls() == 2);
    }

    @Test
    void beyondTwentyThousandTalliesProjectsAreCountedTogether() {
        for (int i = 0; i < Tallies.CAPACITY; i++) {
            count("project " + i, NOW);
        }
        count("one more", NOW);
        count("and another", NOW);
        count("project 7", NOW);
        store(NOW);
        assertThat(tallies.size()).isEqualTo(Tallies.CAPACITY + 1);
        assertThat(tallies.unstored(NOW)).isEmpty();
        count("yet another", NOW);
        assertThat(tallies.unstored(NOW))
                .singleElement()
                .matches(total -> total.call().project().equals("(others)") && total.calls() == 3);
    }

    private static Instant after(int hours) {
        return NOW.plus(Duration.ofHours(hours));
    }

    private void count(String project, Instant at) {
        tallies.count(new Call(Span.HOUR, Span.HOUR.start(at), project, "v1.1", "curl", "ok"), at);
    }

    private void store(Instant now) {
        List<Tally.Total> totals = tallies.unstored(now);
        totals.forEach(total -> rows.put(total.id(), total.calls()));
        tallies.areStored(totals);
    }
}
