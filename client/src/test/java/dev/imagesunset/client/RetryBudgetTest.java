package dev.imagesunset.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryBudgetTest {
    private static final Duration OUTAGE = Duration.ofSeconds(20);

    @Test
    void twentyRetriesAtOnceAndThenOneASecond() {
        FakeTime time = new FakeTime();
        RetryBudget budget = new RetryBudget(time);
        assertThat(spent(budget)).isEqualTo(20);
        time.sleep(Duration.ofSeconds(3));
        assertThat(spent(budget)).isEqualTo(3);
        time.sleep(Duration.ofHours(1));
        assertThat(spent(budget)).isEqualTo(20);
    }

    @Test
    void tenCallsEarnARetry() {
        RetryBudget budget = new RetryBudget(new FakeTime());
        spent(budget);
        IntStream.range(0, 31).forEach(call -> budget.earnByACall());
        assertThat(spent(budget)).isEqualTo(3);
    }

    @Test
    void callersThatWereAllAskedToWaitForTheSameTimeDoNotComeBackTogether() {
        Map<Long, Long> triesPer100Milliseconds = IntStream.range(0, 1000)
                .boxed()
                .flatMap(client -> tries(new SimulatedTime(client)).stream())
                .collect(Collectors.groupingBy(at -> at.toMillis() / 100, TreeMap::new, Collectors.counting()));
        assertThat(triesPer100Milliseconds.remove(0L)).isEqualTo(1000);
        assertThat(triesPer100Milliseconds.values()).allMatch(tries -> tries < 150);
    }

    private static int spent(RetryBudget budget) {
        int retries = 0;
        while (budget.spend()) {
            retries++;
        }
        return retries;
    }

    /** When a client tries that starts with the outage, and calls again a second after a call that failed. */
    private static List<Duration> tries(SimulatedTime time) {
        CallBudget budget = new CallBudget(
                RetryPolicy.standard(), new RetryBudget(time), Duration.ofSeconds(10), Duration.ofSeconds(30), time);
        ImageServiceException failure =
                new ServiceUnavailableException("A call", Answer.of(503).withRetryAfter(Duration.ofSeconds(2)));
        List<Duration> tries = new ArrayList<>();
        while (time.passed.compareTo(OUTAGE) < 0) {
            CallBudget.Countdown call = budget.start();
            Optional<Duration> pause = Optional.of(Duration.ZERO);
            while (pause.isPresent()) {
                time.sleep(pause.get());
                tries.add(time.passed);
                call.countFailedTry(failure);
                pause = time.passed.compareTo(OUTAGE) < 0 ? call.pauseAfter(failure) : Optional.empty();
            }
            time.sleep(Duration.ofSeconds(1));
        }
        return tries;
    }

    private static final class SimulatedTime implements Time {
        private final SplittableRandom random;
        private Duration passed = Duration.ZERO;

        SimulatedTime(int seed) {
            random = new SplittableRandom(seed);
        }

        @Override
        public long nanos() {
            return passed.toNanos();
        }

        void sleep(Duration duration) {
            passed = passed.plus(duration);
        }

        @Override
        public double random() {
            return random.nextDouble();
        }
    }
}
