package dev.imagesunset.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;

/** Hands on what a future brings, where the one that waits for it must not be the one that depends on it. */
final class Relay {
    private Relay() {}

    /** From one future to another, in a thread; the other one fails too if the thread does not take it. */
    @SuppressWarnings("FutureReturnValueIgnored") // the target fails instead
    static <T> void hand(CompletableFuture<T> source, CompletableFuture<T> target, Executor thread) {
        source.whenCompleteAsync(
                        (value, failure) -> {
                            if (failure == null) {
                                target.complete(value);
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
