package dev.imagesunset.client;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The threads that a client works in: its user's, or its own, which end with it. */
final class Threads implements Executor {
    private final Executor executor;
    private final @Nullable ExecutorService own;

    private Threads(Executor executor, @Nullable ExecutorService own) {
        this.executor = executor;
        this.own = own;
    }

    static Threads of(@Nullable Executor users) {
        if (users != null) {
            return new Threads(users, null);
        }
        AtomicInteger number = new AtomicInteger();
        ExecutorService own =
                Executors.newCachedThreadPool(work -> daemon(work, "image-sunset-client-" + number.incrementAndGet()));
        return new Threads(own, own);
    }

    @Override
    public void execute(Runnable work) {
        executor.execute(work);
    }

    void close() {
        if (own != null) {
            own.shutdown();
        }
    }

    static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
