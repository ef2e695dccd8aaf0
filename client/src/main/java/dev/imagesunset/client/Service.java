package dev.imagesunset.client;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The service as calls see it: asked until it has answered for good, or the call's budget is used up. */
final class Service {
    private static final System.Logger log = System.getLogger(ImageServiceClient.class.getName());

    /** Instead of a token; no supplier's own is empty. */
    private static final String LATE = "";

    private final Transport transport;
    private final CurrentToken tokens;
    private final Answers answers;
    private final ClientListener listener;

    Service(Transport transport, CurrentToken tokens, Answers answers, ClientListener listener) {
        this.transport = transport;
        this.tokens = tokens;
        this.answers = answers;
        this.listener = listener;
    }

    <T> CompletableFuture<Reply<T>> ask(RunningCall call, Operation<T> operation) {
        return new Attempts<>(call, operation).next();
    }

    private final class Attempts<T> {
        private final RunningCall call;
        private final CallBudget.Countdown countdown;
        private final Operation<T> operation;

        Attempts(RunningCall call, Operation<T> operation) {
            this.call = call;
            this.countdown = call.countdown();
            this.operation = operation;
        }

        CompletableFuture<Reply<T>> next() {
            return tryWithGoodToken()
                    .exceptionallyCompose(thrown -> Relay.cause(thrown) instanceof ImageServiceException failure
                            ? afterFailure(failure)
                            : CompletableFuture.failedFuture(thrown));
        }

        private CompletableFuture<Reply<T>> afterFailure(ImageServiceException failure) {
            boolean followsALostAnswer = countdown.hasLostAnAnswer();
            countdown.countFailedTry(failure);
            Optional<Duration> pause = operation.repetition().allowsAnotherTryAfter(failure)
                    ? countdown.pauseAfter(failure)
                    : Optional.empty();
            if (pause.isEmpty()) {
                return CompletableFuture.failedFuture(failure.afterTries(countdown.tries(), followsALostAnswer));
            }
            tell(pause.get(), failure);
            return call.await(countdown.pause(pause.get())).thenCompose(rested -> next());
        }

        private CompletableFuture<Reply<T>> tryWithGoodToken() {
            return good(tokens.get()).thenCompose(token -> tryOnce(token)
                    .exceptionallyCompose(thrown -> Relay.cause(thrown) instanceof AuthenticationFailedException refused
                            ? tryWithAnother(token, refused)
                            : CompletableFuture.failedFuture(thrown)));
        }

        private CompletableFuture<Reply<T>> tryWithAnother(String token, AuthenticationFailedException refused) {
            countdown.countRefusedToken();
            return good(tokens.insteadOf(token))
                    .thenCompose(renewed ->
                            renewed.equals(token) ? CompletableFuture.failedFuture(refused) : tryOnce(renewed));
        }

        /** The token, or why there is none; others may wait for the same one, and longer. */
        private CompletableFuture<String> good(CompletableFuture<String> token) {
            CompletableFuture<String> inTime =
                    token.completeOnTimeout(LATE, CallBudget.nanos(countdown.left()), TimeUnit.NANOSECONDS);
            return call.await(inTime, failure -> noToken("the token supplier failed: " + failure, failure))
                    .thenApply(come -> {
                        if (come.equals(LATE)) {
                            throw noToken("the token supplier did not answer in time", new TimeoutException());
                        }
                        return come;
                    });
        }

        private NoTokenException noToken(String why, Throwable cause) {
            return new NoTokenException(operation.what(), why, cause);
        }

        private CompletableFuture<Reply<T>> tryOnce(String token) {
            Duration timeout = countdown.forOneTry();
            return call.await(
                            transport.send(operation.request(), token, timeout, countdown::startTry),
                            thrown -> answers.failure(operation.what(), thrown, timeout))
                    .thenApply(response -> answers.read(operation, response));
        }

        private void tell(Duration pause, ImageServiceException reason) {
            try {
                listener.retrying(countdown.tries(), pause, reason);
            } catch (Exception e) { // Not every language declares its checked ones.
                log.log(System.Logger.Level.WARNING, "The listener failed", e);
            }
        }
    }
}
