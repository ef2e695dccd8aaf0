package dev.imagesunset.server.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAccumulator;

/**
 * Does work through a number of connections, each piece as soon as a connection is free.
 *
 * @param <T> a piece of work
 */
final class Load<T> {
    private final List<? extends T> work;
    private final int connections;
    private final Source<T> source;
    private final AtomicInteger next = new AtomicInteger();

    /** Makes connections. */
    interface Source<T> {
        Worker<T> connect() throws Exception;
    }

    /** One connection. */
    interface Worker<T> extends AutoCloseable {
        /** Does a piece of work, or throws an exception if that did not work. */
        void does(T piece) throws Exception;
    }

    Load(List<? extends T> work, int connections, Source<T> source) {
        this.work = work;
        this.connections = connections;
        this.source = source;
    }

    Timings run() throws Exception {
        return run(work.size());
    }

    /** Counts as so many what the work is altogether. */
    Timings run(int number) throws Exception {
        return run(number, () -> {});
    }

    /** Does something first when all connections are ready. */
    Timings run(int number, Runnable whenReady) throws Exception {
        long[] nanos = new long[work.size()];
        AtomicLong start = new AtomicLong();
        LongAccumulator end = new LongAccumulator(Math::max, Long.MIN_VALUE);
        CyclicBarrier ready = new CyclicBarrier(connections, () -> {
            whenReady.run();
            start.set(System.nanoTime());
        });
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            List<Future<?>> workers = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                workers.add(threads.submit(() -> work(nanos, ready, end)));
            }
            for (Future<?> worker : workers) {
                worker.get(10, TimeUnit.MINUTES);
            }
            Timings timings = new Timings();
            timings.add(nanos, number, (end.get() - start.get()) / 1e9);
            return timings;
        } finally {
            threads.shutdownNow();
        }
    }

    /** To close a connection is not part of the work. */
    private boolean work(long[] nanos, CyclicBarrier ready, LongAccumulator end) throws Exception {
        try (Worker<T> connection = source.connect()) {
            ready.await();
            for (int i = next.getAndIncrement(); i < nanos.length; i = next.getAndIncrement()) {
                long start = System.nanoTime();
                connection.does(work.get(i));
                nanos[i] = System.nanoTime() - start;
            }
            end.accumulate(System.nanoTime());
        }
        return true;
    }
}
