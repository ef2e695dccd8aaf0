package dev.imagesunset.server.access;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static dev.imagesunset.server.access.KeystoneStandIn.IN_PROJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

class KeystoneOutageTest extends KeystoneTest {
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
    void anAnswerThatIsLargerThanAnyOfKeystonesMeansThatItDoesNotWork() {
        String good = KeystoneStandIn.body(KeystoneStandIn.IN_PROJECT, List.of("member"), hence(3600));
        KEYSTONE.issue("good", okJson(good + " ".repeat(2_000_000)));
        isUnavailable("good");
    }

    @Test
    void anOutageIsNotRemembered() {
        KEYSTONE.issue("good", IN_PROJECT, List.of("member"), hence(3600));
        KEYSTONE.fails(500);
        isUnavailable("good");
        KEYSTONE.isWell();
        KEYSTONE.issue("good", IN_PROJECT, List.of("member"), hence(3600));
        assertThat(tokens.callerOf("good").user()).isEqualTo("mia");
    }

    @Test
    void knownTokensGoOnWorkingInAnOutage() {
        KEYSTONE.issue("good", IN_PROJECT, List.of("member"), hence(3600));
        tokens.callerOf("good");
        KEYSTONE.hangsUp();
        after(63);
        assertThat(tokens.callerOf("good").user()).isEqualTo("mia");
        isUnavailable("another");
        after(596);
        assertThat(tokens.callerOf("good").user()).isEqualTo("mia");
        after(2);
        isUnavailable("good");
    }

    @Test
    void knownTokensExpireInAnOutageToo() {
        KEYSTONE.issue("short", IN_PROJECT, List.of("member"), hence(90));
        tokens.callerOf("short");
        KEYSTONE.hangsUp();
        after(89);
        assertThat(tokens.callerOf("short").user()).isEqualTo("mia");
        after(1);
        isUnavailable("short");
    }

    @Test
    void inAnOutageOnlyTheFirstCallOfAKnownTokenWaitsForKeystone() {
        KEYSTONE.issue("good", IN_PROJECT, List.of("member"), hence(3600));
        impatient.callerOf("good");
        KEYSTONE.hangs();
        after(61);
        impatient.callerOf("good");
        for (int call = 0; call < 10; call++) {
            Instant start = Instant.now();
            after(3);
            impatient.callerOf("good");
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofMillis(500));
            await().until(() -> KEYSTONE.questions() == validations("unavailable") + validations("valid"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 404})
    void aKnownTokenThatKeystoneRefusesAfterAnOutageIsRefused(int status) {
        KEYSTONE.issue("revoked", IN_PROJECT, List.of("member"), hence(3600));
        tokens.callerOf("revoked");
        KEYSTONE.hangsUp();
        after(63);
        assertThat(tokens.callerOf("revoked").user()).isEqualTo("mia");
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
    void aKeystoneThatHangsIsGivenUpInTime() {
        KEYSTONE.hangs();
        Instant start = Instant.now();
        isUnavailable("good", impatient);
        assertThat(Duration.between(start, Instant.now())).isBetween(Duration.ofMillis(900), Duration.ofSeconds(2));
    }

    @Test
    void theNextUrlIsAskedWhenOneDoesNotWorkAndFirstFromThenOn() {
        try (KeystoneStandIn broken = new KeystoneStandIn()) {
            broken.fails(500);
            KEYSTONE.issue("one", IN_PROJECT, List.of("member"), hence(3600));
            KEYSTONE.issue("two", IN_PROJECT, List.of("member"), hence(3600));
            KeystoneTokens both = tokens(broken.url(), KEYSTONE.url());
            both.callerOf("one");
            both.callerOf("two");
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
            assertThat(tokens(balancer.url(), KEYSTONE.url()).callerOf("good").user())
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
        tokens.callerOf("good");
        assertThat(readiness()).isEqualTo(Health.up().build());
        KEYSTONE.fails(503);
        assertThat(readiness().getStatus()).isEqualTo(Status.UP);
        assertThat(readiness().getDetails())
                .containsEntry("limits", "Only tokens that are known already work")
                .containsKey("reason");
        after(661);
        assertThat(readiness().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void readinessDoesNotWaitForAKeystoneThatHangs() {
        KEYSTONE.issue("good", IN_PROJECT, List.of("member"), hence(3600));
        KeystoneTokens both = tokens(Duration.ofSeconds(3), Set.of(), KEYSTONE.url(), KEYSTONE.url());
        both.callerOf("good");
        HealthIndicator readiness = new Authorities().identityHealthIndicator(both);
        await().until(() -> Health.up().build().equals(prompt(readiness)));
        KEYSTONE.hangs();
        Health known = prompt(readiness);
        assertThat(known.getStatus()).isEqualTo(Status.UP);
        assertThat(known.getDetails()).containsEntry("limits", "Only tokens that are known already work");
        after(661);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Status.DOWN.equals(prompt(readiness).getStatus()));
    }

    @Test
    void noneIsReadyBeforeKeystoneHasAnswered() {
        KEYSTONE.hangs();
        KeystoneTokens both = tokens(Duration.ofSeconds(3), Set.of(), KEYSTONE.url(), KEYSTONE.url());
        HealthIndicator readiness = new Authorities().identityHealthIndicator(both);
        assertThat(prompt(readiness).getStatus()).isEqualTo(Status.DOWN);
    }

    private static Health prompt(HealthIndicator readiness) {
        Instant start = Instant.now();
        Health health = Objects.requireNonNull(readiness.health());
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(3));
        return health;
    }

    private Health readiness() {
        return Objects.requireNonNull(new IdentityHealth(tokens, Duration.ofSeconds(20)).health());
    }
}
