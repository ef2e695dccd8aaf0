package dev.imagesunset.server.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Deletes images through a number of connections, each delete as soon as a connection is free. */
final class Load {
    private final List<UUID> images;
    private final int connections;
    private final Source source;
    private final AtomicInteger next = new AtomicInteger();

    /** Makes connections. */
    interface Source {
        Deletes connect() throws Exception;
    }

    /** One connection. */
    interface Deletes extends AutoCloseable {
        /** Deletes an image, or throws an exception if that did not work. */
        void delete(UUID id) throws Exception;
    }

    Load(List<UUID> images, int connections, Source source) {
        this.images = images;
        this.connections = connections;
        this.source = source;
    }

    Timings run() throws Exception {
        long[] nanos = new long[images.size()];
        CyclicBarrier ready = new CyclicBarrier(connections + 1);
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            List<Future<?>> ends = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                ends.add(threads.submit(() -> work(nanos, ready)));
            }
            ready.await(30, TimeUnit.SECONDS);
            long start = System.nanoTime();
            for (Future<?> end : ends) {
                end.get();
            }
            Timings timings = new Timings();
            timings.add(nanos, (System.nanoTime() - start) / 1e9);
            return timings;
        } finally {
            threads.shutdownNow();
        }
    }

    private boolean work(long[] nanos, CyclicBarrier ready) throws Exception {
        try (Deletes connection = source.connect()) {
            ready.await();
            for (int i = next.getAndIncrement(); i < nanos.length; i = next.getAndIncrement()) {
                long start = System.nanoTime();
                connection.delete(images.get(i));
                nanos[i] = System.nanoTime() - start;
            }
        }
        return true;
    }
}
