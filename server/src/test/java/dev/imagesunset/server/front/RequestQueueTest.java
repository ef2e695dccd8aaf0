package dev.imagesunset.server.front;

import static java.lang.Thread.NORM_PRIORITY;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.tomcat.util.threads.TaskThreadFactory;
import org.apache.tomcat.util.threads.ThreadPoolExecutor;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestQueueTest {
    private static final int MOST_THREADS = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<ThreadPoolExecutor> pools = new ArrayList<>();

    @AfterEach
    void end() throws InterruptedException {
        for (ThreadPoolExecutor pool : pools) {
            pool.shutdownNow();
            assertThat(pool.awaitTermination(30, SECONDS)).isTrue();
        }
    }

    @Test
    void afterACrowdTheThreadsThatAreNotNeededEnd() {
        ThreadPoolExecutor threads = threads(Duration.ofSeconds(1));
        CountDownLatch crowd = new CountDownLatch(MOST_THREADS);
        for (int i = 0; i < MOST_THREADS; i++) {
            threads.execute(() -> {
                crowd.countDown();
                await(crowd);
            });
        }
        await(crowd);
        assertThat(threads.getPoolSize()).isEqualTo(MOST_THREADS);
        // In turn, each thread would be needed every 160 ms.
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(() -> {
            threads.execute(() -> {});
            return threads.getPoolSize() <= 2;
        });
    }

    @Test
    void noRequestIsLostWhileThreadsComeAndGo() {
        ThreadPoolExecutor threads = threads(Duration.ofMillis(1));
        AtomicInteger done = new AtomicInteger();
        int requests = 200_000;
        IntStream.range(0, requests).parallel().forEach(i -> threads.execute(done::incrementAndGet));
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(done).hasValue(requests));
    }

    @Test
    void oneAtATimeNoRequestWaitsForAnother() {
        ThreadPoolExecutor threads = threads(Duration.ofMillis(1));
        for (int i = 0; i < 20_000; i++) {
            CountDownLatch done = new CountDownLatch(1);
            threads.execute(done::countDown);
            await(done);
        }
    }

    @Test
    void requestsThatWaitKeepTheirOrder() {
        ThreadPoolExecutor one = threads(1, Duration.ofSeconds(1));
        CountDownLatch begin = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        one.execute(() -> await(begin));
        List<Integer> numbers = IntStream.range(0, 100).boxed().toList();
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        numbers.forEach(number -> one.execute(() -> order.add(number)));
        one.execute(end::countDown);
        begin.countDown();
        await(end);
        assertThat(order).isEqualTo(numbers);
    }

    private ThreadPoolExecutor threads(Duration idle) {
        return threads(MOST_THREADS, idle);
    }

    private ThreadPoolExecutor threads(int most, Duration idle) {
        RequestQueue queue = new RequestQueue(Integer.MAX_VALUE);
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                1, most, idle.toMillis(), MILLISECONDS, queue, new TaskThreadFactory("test-", true, NORM_PRIORITY));
        queue.setParent(threads);
        pools.add(threads);
        return threads;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
