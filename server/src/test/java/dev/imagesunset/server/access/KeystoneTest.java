package dev.imagesunset.server.access;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagesunset.server.problem.Refusal;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A Keystone, tokens that it knows, and a clock. */
abstract class KeystoneTest {
    static final KeystoneStandIn KEYSTONE = new KeystoneStandIn();

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ExecutorService workers = Authorities.workers(4);
    final KeystoneTokens tokens = tokens(KEYSTONE.url());
    final KeystoneTokens impatient = tokens(Duration.ofSeconds(1), Set.of(), KEYSTONE.url());

    private Instant now = Instant.now();

    @BeforeEach
    void isWell() {
        KEYSTONE.isWell();
    }

    @AfterEach
    void stop() {
        workers.shutdownNow();
    }

    KeystoneTokens tokens(String... urls) {
        // So long that a busy machine does not look like an outage.
        return tokens(Duration.ofSeconds(5), Set.of(), urls);
    }

    KeystoneTokens tokens(Duration answerTimeout, Set<TokenShape> shapes, String... urls) {
        IdentityProperties identity = new IdentityProperties(
                List.of(urls).stream().map(URI::create).toList(),
                null,
                Duration.ofSeconds(1),
                answerTimeout,
                Duration.ofSeconds(60),
                Duration.ofMinutes(10),
                Duration.ofSeconds(5),
                1000,
                shapes,
                4);
        RoleNames names = new RoleNames(Set.of("admin"), Set.of("member"), Set.of("reader"));
        return new KeystoneTokens(
                Keystone.at(identity, new AccessProperties(Map.of(), names, Set.of())),
                identity,
                Authorities.line(workers, identity),
                () -> "127.0.0.1",
                () -> now,
                () -> Duration.between(Instant.EPOCH, now).toNanos(),
                meters);
    }

    long validations(String outcome) {
        return meters.find("image.sunset.token.validations").tag("outcome", outcome).timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }

    Instant hence(int seconds) {
        return now.plusSeconds(seconds);
    }

    void after(int seconds) {
        now = now.plusSeconds(seconds);
    }

    void isRefused(String token) {
        assertThatThrownBy(() -> tokens.callerOf(token))
                .isInstanceOf(Refusal.class)
                .hasMessageNotContaining(token);
    }

    void isUnavailable(String token) {
        isUnavailable(token, tokens);
    }

    static void isUnavailable(String token, KeystoneTokens tokens) {
        assertThatThrownBy(() -> tokens.callerOf(token))
                .isInstanceOf(IdentityUnavailable.class)
                .hasMessageNotContaining(token);
    }
}
