package dev.imagesunset.server.access;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static dev.imagesunset.server.access.KeystoneStandIn.IN_DOMAIN;
import static dev.imagesunset.server.access.KeystoneStandIn.IN_PROJECT;
import static dev.imagesunset.server.access.KeystoneStandIn.UNSCOPED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.imagesunset.server.problem.Refusal;
import dev.imagesunset.server.request.Caller;
import dev.imagesunset.server.request.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeystoneTokensTest extends KeystoneTest {
    @Test
    void aTokenStandsForItsUserInItsProjectWithItsRoles() {
        KEYSTONE.issue("good", IN_PROJECT, "member", "reader", "swiftoperator");
        assertThat(tokens.callerOf("good"))
                .isEqualTo(new Caller(
                        "mia", "demo", Set.of(Role.MEMBER, Role.READER), new Caller.Names("mia", "demo", "Default")));
    }

    @Test
    void aTokenForADomainHasNeitherProjectNorRights() {
        KEYSTONE.issue("domain", IN_DOMAIN, "admin", "member", "reader");
        assertThat(tokens.callerOf("domain"))
                .isEqualTo(new Caller("mia", null, Set.of(), new Caller.Names("mia", null, null)));
    }

    @Test
    void aTokenWithoutAScopeHasNeitherProjectNorRoles() {
        KEYSTONE.issue(
                "unscoped",
                okJson(KeystoneStandIn.body(UNSCOPED, List.of(), hence(60))
                        .replace("\"roles\": []", "\"is_domain\": false")));
        assertThat(tokens.callerOf("unscoped"))
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
        tokens.callerOf("good");
        // By the second time the first answer is surely kept.
        tokens.callerOf("good");
        after(44);
        tokens.callerOf("good");
        assertThat(KEYSTONE.questions()).isEqualTo(1);
        after(17);
        tokens.callerOf("good");
        assertThat(KEYSTONE.questions()).isEqualTo(2);
    }

    @Test
    void anExpiredTokenIsRefusedEvenWithinTheCacheTime() {
        KEYSTONE.issue("short", IN_PROJECT, List.of("member"), hence(30));
        tokens.callerOf("short");
        after(29);
        tokens.callerOf("short");
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
        tokens.callerOf("revoked");
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
        assertThat(tokens.callerOf("early").user()).isEqualTo("mia");
    }

    @Test
    void callersWhoComeWithTheSameTokenAtTheSameTimeWaitForOneAnswer() throws Exception {
        KEYSTONE.issue(
                "new",
                okJson(KeystoneStandIn.body(IN_PROJECT, List.of("member"), hence(3600)))
                        .withFixedDelay(300));
        assertThat(together(32, () -> tokens.callerOf("new").user())).containsOnly("mia");
        assertThat(KEYSTONE.questions()).isEqualTo(1);
    }

    @Test
    void theAdminOfTheSystemIsAdmin() {
        KEYSTONE.issue("system-admin", ", \"system\": {\"all\": true}", "admin");
        assertThat(tokens.callerOf("system-admin").isAdmin()).isTrue();
    }

    @Test
    void aTokenInUseIsAskedAboutAgainBeforeItsCacheTimeIsOverAndNobodyWaits() {
        KEYSTONE.issue(
                "used",
                okJson(KeystoneStandIn.body(IN_PROJECT, List.of("member"), hence(3600)))
                        .withFixedDelay(3000));
        tokens.callerOf("used");
        after(46);
        Instant start = Instant.now();
        tokens.callerOf("used");
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(2));
        await().until(() -> validations("valid") == 2);
        after(44);
        tokens.callerOf("used");
        assertThat(KEYSTONE.questions()).isEqualTo(2);
    }

    @Test
    void onlyTokensOfTheShapesThatThereAreAreAskedAbout() {
        KeystoneTokens ofShape =
                tokens(Duration.ofSeconds(5), Set.of(TokenShape.FERNET, TokenShape.JWS), KEYSTONE.url());
        String fernet = "gAAAAABn" + "x-_9".repeat(43);
        for (String token : List.of(fernet, "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJtaWEifQ.c2ln-_bmF0dXJl")) {
            KEYSTONE.issue(token, IN_PROJECT, "member");
            assertThat(ofShape.callerOf(token).user()).isEqualTo("mia");
        }
        for (String rubbish : List.of("good", fernet.substring(1), "gAAAAABn", fernet + "!", "eyJ.e30", "a.b.c")) {
            assertThatThrownBy(() -> ofShape.callerOf(rubbish)).isInstanceOf(Refusal.class);
        }
        assertThat(KEYSTONE.questions()).isEqualTo(2);
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
        assertThat(tokens(form.formatted(KEYSTONE.url())).callerOf("good").user())
                .isEqualTo("mia");
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
