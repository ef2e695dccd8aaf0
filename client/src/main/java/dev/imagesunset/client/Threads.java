package dev.imagesunset.client;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A client's own threads, as many as it needs, which end with it. */
final class Threads implements Executor {
    private final AtomicInteger number = new AtomicInteger();
    private final ExecutorService pool =
            Executors.newCachedThreadPool(work -> daemon(work, "image-sunset-client-" + number.incrementAndGet()));

    @Override
    public void execute(Runnable work) {
        pool.execute(work);
    }

    void close() {
        pool.shutdown();
    }

    static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
