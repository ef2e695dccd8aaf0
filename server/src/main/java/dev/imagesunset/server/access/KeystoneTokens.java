package dev.imagesunset.server.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.imagesunset.server.problem.ProblemCode;
import dev.imagesunset.server.problem.Refusal;
import dev.imagesunset.server.remote.OutageLog;
import dev.imagesunset.server.request.Caller;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Validates tokens with Keystone. An answer is cached under a hash of the token, and renewed before it expires if the
 * token is in use; simultaneous callers with the same token share one question. While Keystone does not answer, a token
 * that was valid is accepted for longer.
 */
final class KeystoneTokens implements TokenAuthority {
    private static final OutageLog outages =
            new OutageLog(LoggerFactory.getLogger(KeystoneTokens.class), "The identity service does not {}");

    /** What a token can be at all: ASCII without blanks, up to several times the length of Keystone's tokens. */
    private static final Pattern PLAUSIBLE = Pattern.compile("[!-~]{1,4096}");

    private final Keystone keystone;
    private final IdentityProperties identity;
    private final Cache<TokenHash, KnownToken> known;
    private final Map<TokenHash, CompletableFuture<Validation>> asked = new ConcurrentHashMap<>();
    private final FairLine line;
    private final Supplier<String> source;
    private final InstantSource clock;
    private final MeterRegistry meters;

    KeystoneTokens(
            Keystone keystone,
            IdentityProperties identity,
            FairLine line,
            Supplier<String> source,
            InstantSource clock,
            Ticker ticker,
            MeterRegistry meters) {
        this.keystone = keystone;
        this.identity = identity;
        this.line = line;
        this.source = source;
        this.clock = clock;
        this.meters = meters;
        this.known = Caffeine.newBuilder()
                .maximumSize(identity.maxCachedTokens())
                .ticker(ticker)
                .expireAfter(Expiry.<TokenHash, KnownToken>writing((hash, token) -> token.timeToKeep(clock.instant())))
                .build();
    }

    @Override
    public Caller callerOf(String token) {
        requirePlausible(token);
        return validation(token).callerAt(clock.instant()).orElseThrow(() -> new Refusal(ProblemCode.TOKEN_INVALID));
    }

    @Override
    public CompletableFuture<Caller> lookUp(String token, String from) {
        requirePlausible(token);
        TokenHash hash = TokenHash.of(token);
        KnownToken before = known.getIfPresent(hash);
        CompletableFuture<Validation> answer = before != null && clock.instant().isBefore(before.trustedUntil())
                ? CompletableFuture.completedFuture(before.validation())
                : ask(hash, token, false, from);
        return answer.thenApply(validation ->
                validation.callerAt(clock.instant()).orElseThrow(() -> new Refusal(ProblemCode.TOKEN_INVALID)));
    }

    private void requirePlausible(String token) {
        if (!PLAUSIBLE.matcher(token).matches() || !identity.mayBeToken(token)) {
            throw new Refusal(ProblemCode.TOKEN_INVALID);
        }
    }

    @Override
    public void check() {
        keystone.check();
    }

    @Override
    public void prove(String token) {
        keystone.validate(token);
    }

    @Override
    public boolean goesOnWithoutIt() {
        Instant now = clock.instant();
        return known.asMap().values().stream()
                .anyMatch(token -> token.validation().callerAt(now).isPresent());
    }

    private Validation validation(String token) {
        TokenHash hash = TokenHash.of(token);
        KnownToken before = known.getIfPresent(hash);
        Instant now = clock.instant();
        if (before != null && now.isBefore(before.askAt())) {
            return before.validation();
        }
        CompletableFuture<Validation> answer =
                ask(hash, token, before != null && !before.validation().isRefusal(), source.get());
        if (before != null && now.isBefore(before.trustedUntil())) {
            return before.validation();
        }
        try {
            return await(answer);
        } catch (IdentityUnavailable e) {
            if (before == null) {
                throw e;
            }
            return before.validation();
        }
    }

    private static Validation await(CompletableFuture<Validation> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new IdentityUnavailable("It does not answer, or does not keep up");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IdentityUnavailable("Interrupted");
        }
    }

    private CompletableFuture<Validation> ask(TokenHash hash, String token, boolean isKnown, String from) {
        CompletableFuture<Validation> answer = new CompletableFuture<>();
        CompletableFuture<Validation> other = asked.putIfAbsent(hash, answer);
        if (other != null) {
            return other;
        }
        CompletableFuture<Validation> ended = answer.orTimeout(
                        identity.patience().toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((validation, failure) -> end(hash, answer, failure));
        Question question = new Question(hash, token, answer);
        if (isKnown) {
            line.addKnown(question);
        } else {
            line.add(question, from);
        }
        return ended;
    }

    private void end(TokenHash hash, CompletableFuture<Validation> answer, @Nullable Throwable failure) {
        if (failure != null) {
            outages.warn(failure instanceof TimeoutException ? "answer in time" : "answer: " + failure.getMessage());
            known.asMap().computeIfPresent(hash, (same, token) -> token.askedInVain(clock.instant()));
        }
        asked.remove(hash, answer);
    }

    private Validation validate(String token) {
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

    /** A question about one token. Its answer is remembered even if it comes too late for those who waited for it. */
    private final class Question implements FairLine.Question {
        private final TokenHash hash;
        private final String token;
        private final CompletableFuture<Validation> answer;

        Question(TokenHash hash, String token, CompletableFuture<Validation> answer) {
            this.hash = hash;
            this.token = token;
            this.answer = answer;
        }

        @Override
        public boolean isOver() {
            return answer.isDone();
        }

        @Override
        public void ask() {
            try {
                Validation validation = validate(token);
                known.put(hash, KnownToken.of(validation, clock.instant(), identity));
                answer.complete(validation);
            } catch (RuntimeException | Error e) {
                answer.completeExceptionally(e);
            }
        }

        @Override
        public void giveWay() {
            answer.completeExceptionally(new TimeoutException());
        }
    }
}
