package dev.imagesunset.client;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** Runs consumers' calls, in the thread that waits or in one of the client's own, until they end or are given up. */
final class Calls {
    private static final String CLOSED = "This client is closed. Keep a client open for as long as something calls it";

    private final CallBudget budget;
    private final Executor threads;
    private final Set<Runnable> running = ConcurrentHashMap.newKeySet();
    private volatile boolean isClosed;

    Calls(CallBudget budget, Executor threads) {
        this.budget = budget;
        this.threads = threads;
    }

    /** What a call does once it runs. */
    interface Work<T> extends Function<RunningCall, CompletableFuture<T>> {}

    <T> CompletableFuture<T> start(Work<T> work) {
        return start(new RunningCall(threads, budget.start()), work);
    }

    /** Waits for a call, as long as nobody interrupts the thread. */
    <T> T await(String what, Work<T> work) {
        WaitingThread thread = new WaitingThread();
        if (Thread.currentThread().isInterrupted()) {
            throw NoAnswerException.interrupted(what, new InterruptedException("before anything was sent"), 0, false);
        }
        RunningCall call = new RunningCall(thread, budget.start());
        CompletableFuture<T> result = start(call, work);
        try {
            return thread.await(result);
        } catch (ExecutionException e) {
            throw unchecked(Relay.cause(e));
        } catch (InterruptedException e) {
            result.cancel(true);
            Thread.currentThread().interrupt();
            throw NoAnswerException.interrupted(
                    what, e, call.countdown().tries(), call.countdown().isAnswerOpen() || call.hasLostAnAnswer());
        }
    }

    /** Ends all calls, and lets none begin. */
    void close() {
        isClosed = true;
        running.forEach(Runnable::run);
    }

    private <T> CompletableFuture<T> start(RunningCall call, Work<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Runnable abort = () -> result.completeExceptionally(new IllegalStateException(CLOSED));
        running.add(abort);
        Relay.afterwards(result, () -> {
            running.remove(abort);
            call.giveUp();
        });
        if (isClosed) {
            abort.run();
        } else {
            Relay.hand(work.apply(call), result, Runnable::run);
        }
        return result;
    }

    private static RuntimeException unchecked(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException exception ? exception : new IllegalStateException(failure);
    }
}
