package dev.imagesunset.client;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** Runs consumers' calls, in the thread that waits or in one of the client's own, until they end or are given up. */
final class Calls {
    private static final String CLOSED = "This client is closed. Keep a client open for as long as something calls it";

    private static final String ENDED = " was ended";
    private static final String INTERRUPTED = " was interrupted";

    /** What a call takes to end by itself at its deadline, with a better reason. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final CallBudget budget;
    private final Executor threads;
    private final Set<Runnable> running = ConcurrentHashMap.newKeySet();
    private volatile boolean isClosed;

    Calls(CallBudget budget, Executor threads) {
        this.budget = budget;
        this.threads = threads;
    }

    /**
     * What a call does once it runs.
     *
     * @param what the same in words, like "Deleting image 3c3d1d01-…"
     */
    record Work<T>(String what, Function<RunningCall, CompletableFuture<T>> steps) {}

    /** Starts a call that no thread waits for; the one that starts it does nothing of it. */
    <T> CompletableFuture<T> start(Work<T> work) {
        RunningCall call = new RunningCall(work.what(), threads, budget.start());
        CompletableFuture<Void> beginning = new CompletableFuture<>();
        CompletableFuture<T> result = start(
                call,
                new Work<>(
                        work.what(),
                        it -> beginning.thenCompose(now -> work.steps().apply(it))));
        Relay.afterwards(result, () -> beginning.cancel(false));
        Relay.hand(CompletableFuture.completedFuture(null), beginning, threads);
        bound(call, result);
        return result;
    }

    /** Starts what is made of other calls, each of which has its threads and its bound. */
    <T> CompletableFuture<T> startSeveral(Work<T> work) {
        return start(new RunningCall(work.what(), Runnable::run, budget.start()), work);
    }

    /** Waits for a call, as long as nobody interrupts the thread. */
    <T> T await(Work<T> work) {
        WaitingThread thread = new WaitingThread();
        RunningCall call = new RunningCall(work.what(), thread, budget.start());
        if (Thread.currentThread().isInterrupted()) {
            throw call.end(INTERRUPTED, "", new InterruptedException("before anything was sent"));
        }
        CompletableFuture<T> result = start(call, work);
        try {
            return thread.await(result);
        } catch (ExecutionException e) {
            throw unchecked(Relay.cause(e));
        } catch (InterruptedException e) {
            ImageServiceException interrupted = call.end(INTERRUPTED, "", e);
            result.cancel(true);
            Thread.currentThread().interrupt();
            throw interrupted;
        }
    }

    /** Ends all calls, and lets none begin. */
    void close() {
        isClosed = true;
        running.forEach(Runnable::run);
    }

    private <T> CompletableFuture<T> start(RunningCall call, Work<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Runnable abort =
                () -> result.completeExceptionally(call.end(ENDED, ": " + CLOSED, new IllegalStateException(CLOSED)));
        running.add(abort);
        Relay.afterwards(result, () -> {
            running.remove(abort);
            call.giveUp();
        });
        if (isClosed) {
            result.completeExceptionally(new IllegalStateException(CLOSED));
        } else {
            Relay.hand(work.steps().apply(call), result, Runnable::run, failure -> told(call, failure));
        }
        return result;
    }

    /** An executor that takes no more work says nothing of what was sent before. */
    private static Throwable told(RunningCall call, Throwable failure) {
        return failure instanceof RejectedExecutionException && call.countdown().tries() > 0
                ? call.end(ENDED, ": the executor takes no more work, " + failure, failure)
                : failure;
    }

    /** Ends a call that nothing else ends, since the executor has lost it or something holds its thread. */
    private void bound(RunningCall call, CompletableFuture<?> result) {
        CompletableFuture<Boolean> isLate = new CompletableFuture<Boolean>()
                .completeOnTimeout(true, CallBudget.nanos(budget.deadline().plus(GRACE)), TimeUnit.NANOSECONDS);
        Relay.afterwards(result, () -> isLate.complete(false));
        Relay.afterwards(isLate, () -> {
            if (isLate.join()) {
                String why = "it took longer than " + budget.deadline();
                Runnable end =
                        () -> result.completeExceptionally(call.end(ENDED, ": " + why, new TimeoutException(why)));
                Threads.daemon(end, "image-sunset-client-late").start();
            }
        });
    }

    private static RuntimeException unchecked(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException exception ? exception : new IllegalStateException(failure);
    }
}
