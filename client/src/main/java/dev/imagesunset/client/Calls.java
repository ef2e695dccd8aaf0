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

    <T> Reply<T> call(
            CallDescription call, Repetition repetition, CallBudget.Countdown countdown, Operation<T> operation) {
        boolean mayHaveGotThrough = false;
        while (true) {
            try {
                return tryWithGoodToken(call, operation, countdown);
            } catch (ImageServiceException failure) {
                countdown.countFailedTry();
                Optional<Duration> pause =
                        repetition.allowsAnotherTryAfter(failure) ? countdown.pauseAfter(failure) : Optional.empty();
                if (pause.isEmpty()) {
                    throw failure.afterTries(countdown.failedTries(), mayHaveGotThrough);
                }
                mayHaveGotThrough |= failure.mayHaveGotThrough();
                pauseBeforeRetry(call, countdown, pause.get(), failure);
            }
        }
    }

    private <T> Reply<T> tryWithGoodToken(
            CallDescription call, Operation<T> operation, CallBudget.Countdown countdown) {
        String token = await(call, tokens.get(), countdown);
        try {
            return tryOnce(call, operation, token, countdown.forOneTry());
        } catch (AuthenticationFailedException refused) {
            String renewed = await(call, tokens.insteadOf(token), countdown);
            if (renewed.equals(token)) {
                throw refused;
            }
            return tryOnce(call, operation, renewed, countdown.forOneTry());
        }
    }

    private static String await(CallDescription call, CompletableFuture<String> token, CallBudget.Countdown countdown) {
        try {
            return token.get(CallBudget.nanos(countdown.left()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            Throwable failure = e.getCause() == null ? e : e.getCause();
            throw new NoTokenException(call.what(), "the token supplier failed: " + failure, failure);
        } catch (TimeoutException e) {
            throw new NoTokenException(call.what(), "the token supplier did not answer in time", e);
        } catch (InterruptedException e) {
            throw interrupted(call, e);
        }
    }

    private <T> Reply<T> tryOnce(CallDescription call, Operation<T> operation, String token, Duration timeout) {
        try {
            CompletableFuture<ApiResponse<T>> sent = operation.send(Map.of("X-Auth-Token", token));
            return answers.good(call, await(sent, timeout));
        } catch (ExecutionException e) {
            throw answers.bad(call, e.getCause() == null ? e : e.getCause());
        } catch (ApiException | TimeoutException e) {
            throw answers.bad(call, e);
        } catch (InterruptedException e) {
            throw interrupted(call, e);
        }
    }

    private static <T> T await(CompletableFuture<T> sent, Duration timeout)
            throws ExecutionException, InterruptedException, TimeoutException {
        try {
            return sent.get(CallBudget.nanos(timeout), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new TimeoutException("it took longer than " + timeout);
        } finally {
            sent.cancel(true);
        }
    }

    private void pauseBeforeRetry(
            CallDescription call, CallBudget.Countdown countdown, Duration pause, ImageServiceException reason) {
        try {
            listener.retrying(countdown.failedTries(), pause, reason);
        } catch (RuntimeException e) {
            log.log(System.Logger.Level.WARNING, "The listener failed", e);
        }
        try {
            countdown.pause(pause);
        } catch (InterruptedException e) {
            throw interrupted(call, e);
        }
    }

    private static NoAnswerException interrupted(CallDescription call, InterruptedException e) {
        Thread.currentThread().interrupt();
        return NoAnswerException.interrupted(call.what(), e);
    }
}
