package dev.imagesunset.server.access;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static dev.imagesunset.server.access.KeystoneStandIn.IN_DOMAIN;
import static dev.imagesunset.server.access.KeystoneStandIn.IN_PROJECT;
import static dev.imagesunset.server.access.KeystoneStandIn.UNSCOPED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.imagesunset.server.request.Caller;
import dev.imagesunset.server.request.Role;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;

class KeystoneTokensTest {
    private static final KeystoneStandIn KEYSTONE = new KeystoneStandIn();

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ExecutorService workers = Authorities.workers(4);
    private final KeystoneTokens tokens = tokens(KEYSTONE.url());
    private final KeystoneTokens impatient = tokens(Duration.ofSeconds(1), Set.of(), KEYSTONE.url());

    private Instant now = Instant.now();

    @BeforeEach
    void isWell() {
        KEYSTONE.isWell();
    }

    @AfterEach
    void stop() {
        workers.shutdownNow();
    }

    @AfterAll
    static void close() {
        KEYSTONE.close();
    }

    @Test
    void aTokenStandsForItsUserInItsProjectWithItsRoles() {
        KEYSTONE.issue("good", IN_PROJECT, "member", "reader", "swiftoperator");
        assertThat(tokens.introspect("good"))
                .isEqualTo(new Caller(
                        "mia", "demo", Set.of(Role.MEMBER, Role.READER), new Caller.Names("mia", "demo", "Default")));
    }

    @Test
    void aTokenForADomainHasNeitherProjectNorRights() {
        KEYSTONE.issue("domain", IN_DOMAIN, "admin", "member", "reader");
        assertThat(tokens.introspect("domain"))
                .isEqualTo(new Caller("mia", null, Set.of(), new Caller.Names("mia", null, null)));
    }

    @Test
    void aTokenWithoutAScopeHasNeitherProjectNorRoles() {
        KEYSTONE.issue(
                "unscoped",
                okJson(KeystoneStandIn.body(UNSCOPED, List.of(), hence(60))
                        .replace("\"roles\": []", "\"is_domain\": false")));
        assertThat(tokens.introspect("unscoped"))
                .isEqualTo(new Caller("mia", null, Set.of(), new Caller.Names("mia", null, null)));
    }

    @Test
    void aTokenThatKeystoneDoesNotKnowIsRefused() {
        isRefused("unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"with blank", "naïve", "new\nline", "nul\u0000"})
    void whatCannotBeATokenIsRefusedWithoutAsking(String rubbish) {
        isRefused(rubbish);
        isRefused("x".repeat(4097));
        assertThat(KEYSTONE.questions()).isZero();
    }

    @Test
    void aGoodTokenIsAskedAboutOnceInItsCacheTime() {
        KEYSTONE.issue("good", IN_PROJECT, List.of("member"), hence(3600));
        tokens.introspect("good");
        // By the second time the first answer is surely kept.
        tokens.introspect("good");
        after(44);
        tokens.introspect("good");
        assertThat(KEYSTONE.questions()).isEqualTo(1);
        after(17);
        tokens.introspect("good");
        assertThat(KEYSTONE.questions()).isEqualTo(2);
    }

    @Test
    void anExpiredTokenIsRefusedEvenWithinTheCacheTime() {
        KEYSTONE.issue("short", IN_PROJECT, List.of("member"), hence(30));
        tokens.introspect("short");
        after(29);
        tokens.introspect("short");
        after(1);
        isRefused("short");
    }

    @Test
    void aTokenThatIsExpiredWhenKeystoneVouchesForItIsRefused() {
        KEYSTONE.issue("late", IN_PROJECT, List.of("member"), hence(-1));
        isRefused("late");
    }

    @Test
    void aRevokedTokenIsRefusedAfterTheCacheTime() {
        KEYSTONE.issue("revoked", IN_PROJECT, List.of("member"), hence(3600));
        tokens.introspect("revoked");
        KEYSTONE.isWell();
        after(61);
        isRefused("revoked");
    }

    @Test
    void aBadTokenIsRememberedShortly() {
        isRefused("early");
        isRefused("early");
        assertThat(KEYSTONE.questions()).isEqualTo(1);
        KEYSTONE.issue("early", IN_PROJECT, List.of("member"), hence(3600));
        after(6);
        assertThat(tokens.introspect("early").user()).isEqualTo("mia");
    }

    @Test
    void callersWhoComeWithTheSameTokenAtTheSameTimeWaitForOneAnswer() throws Exception {
        KEYSTONE.issue(
                "new",
                okJson(KeystoneStandIn.body(IN_PROJECT, List.of("member"), hence(3600)))
                        .withFixedDelay(300));
        assertThat(together(32, () -> tokens.introspect("new").user())).containsOnly("mia");
        assertThat(KEYSTONE.questions()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 429, 400, 302, 200})
    void anyOtherAnswerThanGoodOrBadMeansThatItDoesNotWork(int status) {
        KEYSTONE.fails(status);
        isUnavailable("good");
        assertThat(meters.get("image.sunset.token.validations")
                        .tag("outcome", "unavailable")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 404})
    void aRefusalInOtherWordsThanKeystonesMeansThatItDoesNotWork(int status) {
        KEYSTONE.fails(status);
        isUnavailable("good");
    }

    @Test
    void theAdminOfTheSystemIsAdmin() {
        KEYSTONE.issue("system-admin", ", \"system\": {\"all\": true}", "admin");
        assertThat(tokens.introspect("system-admin").isAdmin()).isTrue();
    }

    @Test
    void anOutageIsNotRemembered() {
        KEYSTONE.issue("good", IN_PROJECT, List.of("member"), hence(3600));
        KEYSTONE.fails(500);
        isUnavailable("good");
        KEYSTONE.isWell();
        KEYSTONE.issue("good", IN_PROJECT, List.of("member"), hence(3600));
        assertThat(tokens.introspect("good").user()).isEqualTo("mia");
    }

    @Test
    void aTokenInUseIsAskedAboutAgainBeforeItsCacheTimeIsOverAndNobodyWaits() {
        KEYSTONE.issue(
                "used",
                okJson(KeystoneStandIn.body(IN_PROJECT, List.of("member"), hence(3600)))
                        .withFixedDelay(500));
        tokens.introspect("used");
        after(46);
        Instant start = Instant.now();
        tokens.introspect("used");
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofMillis(400));
        await().until(() -> validations("valid") == 2);
        after(44);
        tokens.introspect("used");
        assertThat(KEYSTONE.questions()).isEqualTo(2);
    }

    @Test
    void knownTokensGoOnWorkingInAnOutage() {
        KEYSTONE.issue("good", IN_PROJECT, List.of("member"), hence(3600));
        tokens.introspect("good");
        KEYSTONE.hangsUp();
        after(63);
        assertThat(tokens.introspect("good").user()).isEqualTo("mia");
        isUnavailable("another");
        after(596);
        assertThat(tokens.introspect("good").user()).isEqualTo("mia");
        after(2);
        isUnavailable("good");
    }

    @Test
    void knownTokensExpireInAnOutageToo() {
        KEYSTONE.issue("short", IN_PROJECT, List.of("member"), hence(90));
        tokens.introspect("short");
        KEYSTONE.hangsUp();
        after(89);
        assertThat(tokens.introspect("short").user()).isEqualTo("mia");
        after(1);
        isUnavailable("short");
    }

    @Test
    void inAnOutageOnlyTheFirstCallOfAKnownTokenWaitsForKeystone() {
        KEYSTONE.issue("good", IN_PROJECT, List.of("member"), hence(3600));
        impatient.introspect("good");
        KEYSTONE.hangs();
        after(61);
        impatient.introspect("good");
        for (int call = 0; call < 10; call++) {
            Instant start = Instant.now();
            after(3);
            impatient.introspect("good");
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofMillis(500));
            await().until(() -> KEYSTONE.questions() == validations("unavailable") + validations("valid"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 404})
    void aKnownTokenThatKeystoneRefusesAfterAnOutageIsRefused(int status) {
        KEYSTONE.issue("revoked", IN_PROJECT, List.of("member"), hence(3600));
        tokens.introspect("revoked");
        KEYSTONE.hangsUp();
        after(63);
        assertThat(tokens.introspect("revoked").user()).isEqualTo("mia");
        KEYSTONE.isWell();
        KEYSTONE.issue(
                "revoked",
                okJson(KeystoneStandIn.REFUSAL.replace("401", Integer.toString(status)))
                        .withStatus(status));
        after(16);
        isRefused("revoked");
        KEYSTONE.hangsUp();
        after(6);
        isUnavailable("revoked");
    }

    @Test
    void onlyTokensOfTheShapesThatThereAreAreAskedAbout() {
        KeystoneTokens ofShape =
                tokens(Duration.ofSeconds(5), Set.of(TokenShape.FERNET, TokenShape.JWS), KEYSTONE.url());
        String fernet = "gAAAAABn" + "x-_9".repeat(43);
        for (String token : List.of(fernet, "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJtaWEifQ.c2ln-_bmF0dXJl")) {
            KEYSTONE.issue(token, IN_PROJECT, "member");
            assertThat(ofShape.introspect(token).user()).isEqualTo("mia");
        }
        for (String rubbish : List.of("good", fernet.substring(1), "gAAAAABn", fernet + "!", "eyJ.e30", "a.b.c")) {
            assertThatThrownBy(() -> ofShape.introspect(rubbish)).isInstanceOf(BadOpaqueTokenException.class);
        }
        assertThat(KEYSTONE.questions()).isEqualTo(2);
    }

    @Test
    void aKeystoneThatHangsIsGivenUpInTime() {
        KEYSTONE.hangs();
        Instant start = Instant.now();
        isUnavailable("good", impatient);
        assertThat(Duration.between(start, Instant.now())).isBetween(Duration.ofMillis(900), Duration.ofSeconds(2));
    }

    @Test
    void aFloodOfBadTokensIsNoFloodOnKeystone() throws Exception {
        KEYSTONE.hangs();
        Instant start = Instant.now();
        together(300, () -> {
            isUnavailable("flood" + Thread.currentThread().getName(), impatient);
            return "";
        });
        long rounds = Duration.between(start, Instant.now()).toSeconds() + 1;
        assertThat(KEYSTONE.questions()).isGreaterThanOrEqualTo(4).isLessThanOrEqualTo((int) (4 * rounds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "%s/", "%s/v3", "%s/v3/"})
    void theUrlMayEndAsUrlsOfKeystoneDo(String form) {
        KEYSTONE.issue("good", IN_PROJECT, List.of("member"), hence(3600));
        assertThat(tokens(form.formatted(KEYSTONE.url())).introspect("good").user())
                .isEqualTo("mia");
    }

    @Test
    void theNextUrlIsAskedWhenOneDoesNotWorkAndFirstFromThenOn() {
        try (KeystoneStandIn broken = new KeystoneStandIn()) {
            broken.fails(500);
            KEYSTONE.issue("one", IN_PROJECT, List.of("member"), hence(3600));
            KEYSTONE.issue("two", IN_PROJECT, List.of("member"), hence(3600));
            KeystoneTokens both = tokens(broken.url(), KEYSTONE.url());
            both.introspect("one");
            both.introspect("two");
            assertThat(broken.questions()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 401, 404})
    void aBalancersPageAtOneUrlMakesTheNextOneBeAsked(int status) {
        try (KeystoneStandIn balancer = new KeystoneStandIn()) {
            balancer.answersWithAPage(status);
            KEYSTONE.issue("good", IN_PROJECT, "member");
            tokens(balancer.url(), KEYSTONE.url()).check();
            assertThat(tokens(balancer.url(), KEYSTONE.url()).introspect("good").user())
                    .isEqualTo("mia");
            assertThatThrownBy(() -> tokens(balancer.url()).check()).isInstanceOf(IdentityUnavailable.class);
        }
    }

    @Test
    void itIsWellWhileKeystoneAnswers() {
        tokens.check();
        KEYSTONE.fails(503);
        assertThatThrownBy(tokens::check)
                .isInstanceOf(IdentityUnavailable.class)
                .hasMessageContaining("503");
    }

    @Test
    void oneThatHasAVersionButValidatesNothingIsNotWell() {
        KEYSTONE.validatesNothing();
        isUnavailable("good");
        assertThatThrownBy(tokens::check)
                .isInstanceOf(IdentityUnavailable.class)
                .hasMessageContaining("500");
        KEYSTONE.isWell();
        tokens.check();
    }

    @Test
    void readinessIsUpInAnOutageWhileTokensAreKnownThatWork() {
        KEYSTONE.issue("good", IN_PROJECT, List.of("member"), hence(3600));
        KEYSTONE.fails(503);
        isUnavailable("good");
        assertThat(readiness().getStatus()).isEqualTo(Status.DOWN);
        KEYSTONE.isWell();
        KEYSTONE.issue("good", IN_PROJECT, List.of("member"), hence(3600));
        tokens.introspect("good");
        assertThat(readiness()).isEqualTo(Health.up().build());
        KEYSTONE.fails(503);
        assertThat(readiness().getStatus()).isEqualTo(Status.UP);
        assertThat(readiness().getDetails())
                .containsEntry("limits", "Only tokens that are known already work")
                .containsKey("reason");
        after(661);
        assertThat(readiness().getStatus()).isEqualTo(Status.DOWN);
    }

    private KeystoneTokens tokens(String... urls) {
        // So long that a busy machine does not look like an outage.
        return tokens(Duration.ofSeconds(5), Set.of(), urls);
    }

    private KeystoneTokens tokens(Duration answerTimeout, Set<TokenShape> shapes, String... urls) {
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
        IdentityEndpoints endpoints =
                new IdentityEndpoints(identity.urls(), identity.answerTimeout(), Authorities.httpClient(identity));
        RoleNames names = new RoleNames(Set.of("admin"), Set.of("member"), Set.of("reader"));
        return new KeystoneTokens(
                new Keystone(endpoints, new AccessProperties(Map.of(), names, Set.of())),
                identity,
                Authorities.line(workers, identity),
                () -> "127.0.0.1",
                () -> now,
                () -> Duration.between(Instant.EPOCH, now).toNanos(),
                meters);
    }

    private Health readiness() {
        return Objects.requireNonNull(
                new Authorities().identityHealthIndicator(tokens).health());
    }

    private long validations(String outcome) {
        return meters.find("image.sunset.token.validations").tag("outcome", outcome).timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }

    private Instant hence(int seconds) {
        return now.plusSeconds(seconds);
    }

    private void after(int seconds) {
        now = now.plusSeconds(seconds);
    }

    private void isRefused(String token) {
        assertThatThrownBy(() -> tokens.introspect(token))
                .isInstanceOf(BadOpaqueTokenException.class)
                .hasMessageNotContaining(token);
    }

    private void isUnavailable(String token) {
        isUnavailable(token, tokens);
    }

    private static void isUnavailable(String token, KeystoneTokens tokens) {
        assertThatThrownBy(() -> tokens.introspect(token))
                .isInstanceOf(IdentityUnavailable.class)
                .hasMessageNotContaining(token);
    }

    private static List<String> together(int number, Callable<String> call) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(number);
        try {
            List<String> answers = new ArrayList<>();
            for (Future<String> answer : callers.invokeAll(Collections.nCopies(number, call))) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            callers.shutdown();
        }
    }
}
