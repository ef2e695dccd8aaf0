package dev.imagesunset.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;

/** Hands on what a future brings, where the one that waits for it must not be the one that depends on it. */
final class Relay {
    private Relay() {}

    /** From one future to another, in a thread; the other one fails too if the thread does not take it. */
    static <T> void hand(CompletableFuture<T> source, CompletableFuture<T> target, Executor thread) {
        hand(source, target, thread, failure -> failure);
    }

    /** The same, but what the source fails with, unlike the thread's refusal, becomes another failure. */
    @SuppressWarnings("FutureReturnValueIgnored") // the target fails instead
    static <T> void hand(
            CompletableFuture<T> source,
            CompletableFuture<T> target,
            Executor thread,
            UnaryOperator<Throwable> failures) {
        source.whenCompleteAsync(
                        (value, failure) -> {
                            if (failure == null) {
                                target.complete(value);
                            } else {
                                target.completeExceptionally(failures.apply(cause(failure)));
                            }
                        },
                        thread)
                .whenComplete((value, failure) -> {
                    if (failure != null) {
                        target.completeExceptionally(cause(failure));
                    }
                });
    }

    /** Does something when a future has ended, however. */
    @SuppressWarnings("FutureReturnValueIgnored") // nothing depends on it
    static void afterwards(CompletableFuture<?> future, Runnable work) {
        future.whenComplete((value, failure) -> work.run());
    }

    /** A failure without what futures wrap it in. */
    static Throwable cause(Throwable failure) {
        boolean isWrapped = failure instanceof CompletionException || failure instanceof ExecutionException;
        return isWrapped && failure.getCause() != null ? cause(failure.getCause()) : failure;
    }
}
