package dev.imagesunset.server.remote;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A check of another service that is answered promptly even while that service hangs. Whoever asks waits a moment for a
 * new result, and otherwise gets the last one, while the check goes on by itself. One check at a time is enough for all
 * who ask.
 */
public final class PromptCheck {
    /** Less than balancers wait, together with the rest of what they ask for. */
    public static final Duration PATIENCE = Duration.ofMillis(500);

    private final Runnable check;
    private final Duration patience;
    private volatile Finding last = new Finding(false, "no answer yet");
    private @Nullable UnderWay newest;

    /**
     * Makes a check that has no result yet.
     *
     * @param check throws an exception if the service is not well; its message says why
     */
    public PromptCheck(Runnable check, Duration patience) {
        this.check = check;
        this.patience = patience;
    }

    /**
     * What is known about a service.
     *
     * @param isWell whether it was when it was last checked
     * @param remark what is wrong, or that it takes long to answer; empty if all is well
     */
    public record Finding(boolean isWell, String remark) {}

    /** What the check finds, or what is known if that takes too long. */
    public Finding find() {
        UnderWay current = begun();
        return current.result
                .copy()
                .completeOnTimeout(known(), current.end.left().toNanos(), TimeUnit.NANOSECONDS)
                .join();
    }

    private Finding known() {
        return last.isWell ? new Finding(true, "no answer within " + patience.toMillis() + " ms") : last;
    }

    private synchronized UnderWay begun() {
        if (newest == null || newest.result.isDone()) {
            newest = new UnderWay(
                    CompletableFuture.supplyAsync(this::check, PromptCheck::inItsOwnThread), Deadline.in(patience));
        }
        return newest;
    }

    private Finding check() {
        last = result();
        return last;
    }

    private Finding result() {
        try {
            check.run();
            return new Finding(true, "");
        } catch (RuntimeException e) {
            return new Finding(false, String.valueOf(e.getMessage()));
        }
    }

    private static void inItsOwnThread(Runnable task) {
        Thread thread = new Thread(task, "check");
        thread.setDaemon(true);
        thread.start();
    }

    private record UnderWay(CompletableFuture<Finding> result, Deadline end) {}
}
