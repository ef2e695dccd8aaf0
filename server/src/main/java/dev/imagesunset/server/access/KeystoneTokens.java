package dev.imagesunset.server.access;

import static java.util.concurrent.CompletableFuture.supplyAsync;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.imagesunset.server.request.Caller;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;

/**
 * Tokens that Keystone knows. An answer is remembered for a while, under a hash of the token; callers who come with the
 * same new token at the same time wait for one answer.
 */
final class KeystoneTokens implements TokenAuthority {
    private static final Logger log = LoggerFactory.getLogger(KeystoneTokens.class);

    /** What can be a token at all: no blanks, nothing but ASCII, and several times as long as Keystone's. */
    private static final Pattern PLAUSIBLE = Pattern.compile("[!-~]{1,4096}");

    private final Keystone keystone;
    private final AsyncCache<TokenHash, Validation> known;
    private final Duration patience;
    private final Executor workers;
    private final InstantSource clock;
    private final MeterRegistry meters;

    KeystoneTokens(
            Keystone keystone,
            IdentityProperties identity,
            Duration patience,
            Executor workers,
            InstantSource clock,
            Ticker ticker,
            MeterRegistry meters) {
        this.keystone = keystone;
        this.patience = patience;
        this.workers = workers;
        this.clock = clock;
        this.meters = meters;
        this.known = Caffeine.newBuilder()
                .maximumSize(identity.maxCachedTokens())
                .ticker(ticker)
                .expireAfter(Expiry.<TokenHash, Validation>creating((token, validation) -> validation.timeToKeep(
                        clock.instant(),
                        validation.isRefusal() ? identity.refusalCacheTime() : identity.tokenCacheTime())))
                .buildAsync();
    }

    @Override
    public Caller introspect(String token) {
        if (!PLAUSIBLE.matcher(token).matches()) {
            throw new BadOpaqueTokenException("Not a token");
        }
        return validation(token).callerAt(clock.instant()).orElseThrow(() -> new BadOpaqueTokenException("Not good"));
    }

    @Override
    public CompletableFuture<Caller> lookUp(String token) {
        if (!PLAUSIBLE.matcher(token).matches()) {
            return CompletableFuture.failedFuture(new BadOpaqueTokenException("Not a token"));
        }
        try {
            return asked(token)
                    .thenApply(
                            validation -> validation.callerAt(clock.instant()).orElseThrow())
                    .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private CompletableFuture<Validation> asked(String token) {
        return known.get(TokenHash.of(token), (hash, executor) -> {
            long start = System.nanoTime();
            return supplyAsync(() -> askInTime(token, start), workers);
        });
    }

    @Override
    public void check() {
        keystone.check();
    }

    private Validation validation(String token) {
        try {
            return asked(token).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            log.warn(
                    "The identity service does not answer: {}",
                    Objects.requireNonNullElse(e.getCause(), e).getMessage());
            throw new IdentityUnavailable("It does not answer");
        } catch (TimeoutException | RejectedExecutionException e) {
            log.warn("The identity service does not keep up");
            throw new IdentityUnavailable("It does not keep up");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IdentityUnavailable("Interrupted");
        }
    }

    /** Nobody waits any more for the answer to a question that stood in the queue for too long. */
    private Validation askInTime(String token, long start) {
        if (System.nanoTime() - start > patience.toNanos()) {
            throw new IdentityUnavailable("It does not keep up");
        }
        return ask(token);
    }

    private Validation ask(String token) {
        Timer.Sample duration = Timer.start(meters);
        String outcome = "unavailable";
        try {
            Validation validation = keystone.validate(token);
            outcome = validation.isRefusal() ? "refused" : "valid";
            return validation;
        } finally {
            duration.stop(Timer.builder("image.sunset.token.validations")
                    .description("Questions to the identity service about tokens")
                    .tag("outcome", outcome)
                    .register(meters));
        }
    }
}
