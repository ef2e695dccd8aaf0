package dev.imagesunset.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A consumer's call from its start to its end, however many requests it takes: which thread runs it, what it waits for, and
 * how long it may still take.
 */
final class RunningCall {
    private final String what;
    private final Executor thread;
    private final CallBudget.Countdown countdown;
    private @Nullable CompletableFuture<?> awaited;
    private boolean isGivenUp;

    RunningCall(String what, Executor thread, CallBudget.Countdown countdown) {
        this.what = what;
        this.thread = thread;
        this.countdown = countdown;
    }

    CallBudget.Countdown countdown() {
        return countdown;
    }

    /** What a future brings, in the call's own thread. */
    <T> CompletableFuture<T> await(CompletableFuture<T> future) {
        return await(future, failure -> failure);
    }

    /** The same, but what the future fails with comes as another failure. */
    <T> CompletableFuture<T> await(CompletableFuture<T> future, UnaryOperator<Throwable> failures) {
        CompletableFuture<T> here = new CompletableFuture<>();
        Relay.hand(future, here, thread, failures);
        remember(future);
        return here;
    }

    /** Ends it before its time: sends nothing from now on, and says whether it may have been done until then. */
    ImageServiceException end(String how, String why, Throwable cause) {
        countdown.end();
        return NoAnswerException.ended(what, how, why, cause, countdown);
    }

    /** Lets go of whatever the call waits for, now and from now on. */
    synchronized void giveUp() {
        isGivenUp = true;
        countdown.end();
        if (awaited != null) {
            awaited.cancel(true);
        }
    }

    private synchronized void remember(CompletableFuture<?> future) {
        awaited = future;
        if (isGivenUp) {
            future.cancel(true);
        }
    }
}
