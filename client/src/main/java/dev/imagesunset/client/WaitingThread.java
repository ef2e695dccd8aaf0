package dev.imagesunset.client;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Runs what a call has to do in the thread that waits for it, so that a listener finds the caller's thread-locals and an
 * exception the caller's stack.
 */
final class WaitingThread implements Executor {
    private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
    }

    <T> T await(CompletableFuture<T> result) throws InterruptedException, ExecutionException {
        Relay.afterwards(result, () -> execute(() -> {}));
        while (!result.isDone()) {
            tasks.take().run();
        }
        return result.get();
    }
}
