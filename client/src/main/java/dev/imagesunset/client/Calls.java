package dev.imagesunset.client;

import dev.imagesunset.client.generated.ApiException;
import dev.imagesunset.client.generated.ApiResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Calls an operation until it is answered for good, or its budget is used up. */
final class Calls {
    private static final System.Logger log = System.getLogger(ImageServiceClient.class.getName());

    private final CurrentToken tokens;
    private final Answers answers;
    private final CallBudget budget;
    private final ClientListener listener;

    Calls(CurrentToken tokens, Answers answers, CallBudget budget, ClientListener listener) {
        this.tokens = tokens;
        this.answers = answers;
        this.budget = budget;
        this.listener = listener;
    }

    /** A generated operation with its parameters bound; headers come with each try. */
    interface Operation<T> {
        CompletableFuture<ApiResponse<T>> send(Map<String, String> headers) throws ApiException;
    }

    /** The budget of a call that has more than one part. */
    CallBudget.Countdown start() {
        return budget.start();
    }

    /** What is being called, for messages, is given in words, like "Deleting image 3c3d1d01-… (v1.1)". */
    <T> Reply<T> call(String what, Operation<T> operation) {
        return call(what, Repetition.SAFE, start(), operation);
    }

    <T> Reply<T> call(String what, Repetition repetition, CallBudget.Countdown countdown, Operation<T> operation) {
        boolean mayHaveGotThrough = false;
        while (true) {
            try {
                return tryWithGoodToken(what, operation, countdown);
            } catch (ImageServiceException failure) {
                Optional<Duration> pause =
                        repetition.allowsAnotherTryAfter(failure) ? countdown.pauseAfter(failure) : Optional.empty();
                if (pause.isEmpty()) {
                    throw mayHaveGotThrough ? failure.afterALostAnswer() : failure;
                }
                mayHaveGotThrough |= failure.mayHaveGotThrough();
                pauseBeforeRetry(what, countdown, pause.get(), failure);
            }
        }
    }

    private <T> Reply<T> tryWithGoodToken(String what, Operation<T> operation, CallBudget.Countdown countdown) {
        String token = tokens.get();
        try {
            return tryOnce(what, operation, token, countdown.forOneTry());
        } catch (AuthenticationFailedException refused) {
            String renewed = tokens.insteadOf(token);
            if (renewed.equals(token)) {
                throw refused;
            }
            return tryOnce(what, operation, renewed, countdown.forOneTry());
        }
    }

    private <T> Reply<T> tryOnce(String what, Operation<T> operation, String token, Duration timeout) {
        try {
            CompletableFuture<ApiResponse<T>> sent = operation.send(Map.of("X-Auth-Token", token));
            return answers.good(what, await(sent, timeout));
        } catch (ExecutionException e) {
            throw answers.bad(what, e.getCause() == null ? e : e.getCause());
        } catch (ApiException | TimeoutException e) {
            throw answers.bad(what, e);
        } catch (InterruptedException e) {
            throw interrupted(what, e);
        }
    }

    private static <T> T await(CompletableFuture<T> sent, Duration timeout)
            throws ExecutionException, InterruptedException, TimeoutException {
        try {
            return sent.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } finally {
            sent.cancel(true);
        }
    }

    private void pauseBeforeRetry(
            String what, CallBudget.Countdown countdown, Duration pause, ImageServiceException reason) {
        try {
            listener.retrying(countdown.failedTries(), pause, reason);
        } catch (RuntimeException e) {
            log.log(System.Logger.Level.WARNING, "The listener failed", e);
        }
        try {
            countdown.pause(pause);
        } catch (InterruptedException e) {
            throw interrupted(what, e);
        }
    }

    private static NoAnswerException interrupted(String what, InterruptedException e) {
        Thread.currentThread().interrupt();
        return NoAnswerException.interrupted(what, e);
    }
}
