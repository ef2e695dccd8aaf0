package dev.imagesunset.server.access;

import static dev.imagesunset.server.access.KeystoneStandIn.IN_DOMAIN;
import static dev.imagesunset.server.access.KeystoneStandIn.IN_PROJECT;
import static dev.imagesunset.server.access.KeystoneStandIn.UNSCOPED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.imagesunset.server.Answer;
import dev.imagesunset.server.Catalogue;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.ProductionTest;
import dev.imagesunset.server.RawHttp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@ProductionTest
@ExtendWith(OutputCaptureExtension.class)
class TokensFromKeystoneTest {
    private static final KeystoneStandIn KEYSTONE = new KeystoneStandIn();

    @Autowired
    Catalogue catalogue;

    @Autowired
    ImageService service;

    /** Nothing that a test says of a token is known from another test. */
    private final String token = "gAAAAABh" + UUID.randomUUID();

    @DynamicPropertySource
    static void askKeystone(DynamicPropertyRegistry properties) {
        properties.add("image-sunset.identity.urls", KEYSTONE::url);
    }

    @BeforeEach
    void isWell() {
        KEYSTONE.isWell();
    }

    @AfterAll
    static void close() {
        KEYSTONE.close();
    }

    @Test
    void aMemberDeletesAnImageOfItsProject() {
        KEYSTONE.issue(token, IN_PROJECT, "member", "reader");
        UUID id = catalogue.imageOf("demo", "private");
        assertThat(service.delete(id, token).status()).isEqualTo(204);
        assertThat(catalogue.row(id)).containsEntry("deleted_by", "mia");
    }

    @Test
    void aReaderIsRefused() {
        KEYSTONE.issue(token, IN_PROJECT, "reader");
        service.delete(catalogue.imageOf("demo", "private"), token).isRefusal(403, "delete-not-permitted");
    }

    @Test
    void aTokenWithoutAProjectOwnsNothing() {
        KEYSTONE.issue(token, UNSCOPED);
        service.delete(catalogue.imageOf("demo", "private"), token).isRefusal(404, "image-not-found");
        service.delete(catalogue.imageOf("demo", "public"), token).isRefusal(403, "delete-not-permitted");
    }

    @Test
    void aMemberOfADomainOwnsNothing() {
        KEYSTONE.issue(token, IN_DOMAIN, "member", "reader");
        service.delete(catalogue.imageOf("demo", "private"), token).isRefusal(404, "image-not-found");
        service.delete(catalogue.imageOf("demo", "community"), token).isRefusal(403, "delete-not-permitted");
    }

    @Test
    void aTokenThatKeystoneDoesNotKnowIsRefused() {
        Answer answer = service.delete(UUID.randomUUID(), token).isRefusal(401, "token-invalid");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Keystone");
    }

    @Test
    void anOutageOfKeystoneIsNobodysFault() {
        KEYSTONE.fails(500);
        UUID id = catalogue.imageOf("demo", "private");
        Answer answer = service.delete(id, token).isRefusal(503, "identity-unavailable");
        assertThat(answer.header("Retry-After")).matches("[2-5]");
        assertThat(catalogue.row(id)).containsEntry("status", "active");
    }

    @Test
    void aKeystoneThatHangsIsGivenUpInTime() {
        KEYSTONE.hangs();
        Instant start = Instant.now();
        service.delete(UUID.randomUUID(), token).isRefusal(503, "identity-unavailable");
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void whatACallerSaysOfItselfIsIgnored() {
        KEYSTONE.issue(token, IN_PROJECT, "reader");
        Map<String, String> headers = Map.of(
                "X-Auth-Token", token,
                "X-Roles", "admin,member",
                "X-User-Id", "ada",
                "X-Project-Id", "other",
                "X-Identity-Status", "Confirmed",
                "X-Is-Admin-Project", "True");
        service.deleteWith(catalogue.imageOf("demo", "private"), headers).isRefusal(403, "delete-not-permitted");
        service.deleteWith(catalogue.imageOf("other", "private"), headers).isRefusal(404, "image-not-found");
    }

    @Test
    void twoTokensAreOneTooMany() {
        KEYSTONE.issue(token, IN_PROJECT, "member");
        UUID id = catalogue.imageOf("demo", "private");
        RawHttp.send(
                        service.port(),
                        "DELETE /v1.1/images/" + id + " HTTP/1.1",
                        "X-Auth-Token: " + token,
                        "X-Auth-Token: " + token)
                .isRefusal(401, "token-ambiguous");
        assertThat(catalogue.row(id)).containsEntry("status", "active");
    }

    @Test
    void theTokenIsNeverInTheLog(CapturedOutput log) {
        KEYSTONE.issue(token, IN_PROJECT, "member");
        service.delete(catalogue.imageOf("demo", "private"), token);
        KEYSTONE.fails(500);
        service.delete(UUID.randomUUID(), token + "x").isRefusal(503, "identity-unavailable");
        await().until(() -> log.getAll().contains("identity-unavailable"));
        assertThat(log.getAll()).doesNotContain(token);
    }
}
