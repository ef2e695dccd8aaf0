package dev.imagesunset.server.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.imagesunset.server.Answer;
import dev.imagesunset.server.Catalogue;
import dev.imagesunset.server.Gate;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.PostgreSQL;
import dev.imagesunset.server.ProductionTest;
import dev.imagesunset.server.RawHttp;
import dev.imagesunset.server.access.KeystoneStandIn;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@ProductionTest
@ExtendWith(OutputCaptureExtension.class)
class OperatorsSeeTheTruthTest {
    private static final Gate GATE = PostgreSQL.gate();
    private static final KeystoneStandIn KEYSTONE = new KeystoneStandIn();

    @Autowired
    Catalogue catalogue;

    @Autowired
    ImageService service;

    @Value("${local.management.port}")
    int operatorsPort;

    @DynamicPropertySource
    static void useTheStandIns(DynamicPropertyRegistry properties) {
        PostgreSQL.useThrough(GATE, properties);
        properties.add("image-sunset.identity.urls", KEYSTONE::url);
        properties.add("server.forward-headers-strategy", () -> "native");
        KEYSTONE.issue("good", KeystoneStandIn.IN_PROJECT, "member");
    }

    @BeforeEach
    void isReadyAtFirst() {
        await().until(() -> operators("/actuator/health/readiness").status() == 200);
    }

    @AfterAll
    static void close() {
        KEYSTONE.close();
    }

    @Test
    void theServerIsReadyOnlyWhileTheDatabaseAnswersAndLivesAllTheSame() {
        isReady(200, "\"status\":\"UP\"");
        assertThat(operators("/actuator/prometheus").body()).contains("image_sunset_ready 1.0");
        GATE.hang();
        isReady(503, "\"catalogue\":\\{\"details\":[^}]*},\"status\":\"DOWN\"");
        assertThat(operators("/actuator/prometheus").body()).contains("image_sunset_ready 0.0");
        assertThat(operators("/actuator/health/liveness").status()).isEqualTo(200);
        GATE.open();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> operators("/actuator/health/readiness").status() == 200);
    }

    @Test
    void withoutTheIdentityServiceTheServerIsReadyForTokensThatAreKnown() {
        assertThat(service.delete(UUID.randomUUID(), "good").status()).isEqualTo(404);
        KEYSTONE.breaksDown(500);
        isReady(200, "Only tokens that are known already work.*answers 500");
        assertThat(service.delete(UUID.randomUUID(), "good").status()).isEqualTo(404);
        KEYSTONE.recovers();
        isReady(200, "\"identity\":\\{\"status\":\"UP\"");
    }

    @Test
    void deletesAndValidationsAndThePoolAreFigures() {
        service.delete(catalogue.imageOf("demo", "private"), "good");
        service.delete(UUID.randomUUID(), "good");
        service.delete("nope", "good");
        service.delete(UUID.randomUUID(), "bad");
        await().untilAsserted(() -> assertThat(figures())
                .contains(
                        "image_sunset_calls_seconds_count{agent=\"java-http-client\",outcome=\"ok\",version=\"v1.1\"}",
                        "image_sunset_calls_seconds_count{agent=\"java-http-client\",outcome=\"image-not-found\",version=\"v1.1\"}",
                        "image_sunset_calls_seconds_count{agent=\"java-http-client\",outcome=\"image-id-malformed\",version=\"v1.1\"}",
                        "image_sunset_calls_seconds_count{agent=\"java-http-client\",outcome=\"token-invalid\",version=\"v1.1\"}",
                        "image_sunset_token_validations_seconds_count{outcome=\"valid\"}",
                        "image_sunset_token_validations_seconds_count{outcome=\"refused\"}")
                .anyMatch(figure -> figure.startsWith("hikaricp_connections_active{")));
    }

    @Test
    void aRequestIsOneLineWithItsIdAndWhatBecameOfItForWhom(CapturedOutput log) {
        UUID id = catalogue.imageOf("demo", "private");
        Answer answer = service.delete(id, "good");
        assertThat(linesOf(answer, log))
                .singleElement()
                .asString()
                .containsPattern(
                        "DELETE /v1.1/images/" + id + " 204 ok project=demo user=mia from=127.0.0.1 \\d+\\.\\d ms")
                .doesNotContain("good");
    }

    @Test
    void aRefusalIsOneLineToo(CapturedOutput log) {
        Answer answer = service.delete(UUID.randomUUID(), "bad");
        assertThat(linesOf(answer, log))
                .singleElement()
                .asString()
                .contains(" 401 token-invalid project=- user=- from=127.0.0.1 ");
    }

    @Test
    void behindAProxyTheLineTellsWhereTheCallerIs(CapturedOutput log) {
        Answer answer = service.send("DELETE", "/v1.1/images/x", Map.of("X-Forwarded-For", "203.0.113.9"));
        assertThat(linesOf(answer, log)).singleElement().asString().contains(" user=- from=203.0.113.9 ");
    }

    @Test
    void noControlCharacterReachesALogLine(CapturedOutput log) {
        Answer first = RawHttp.send(
                service.port(),
                "DELETE /v1.1/images/a\u001b[31m\u0085%0aFAKE?x=\u0007secret HTTP/1.1",
                "X-Openstack-Request-Id: \u001b[2J",
                "X-Auth-Token: \u001b[0m");
        Answer second = RawHttp.send(service.port(), "DEL\u001bETE /v1.1/images/a HTTP/1.1");
        assertThat(linesOf(first, log)).hasSize(1);
        assertThat(linesOf(second, log)).hasSize(1);
        assertThat(log.getAll()).doesNotContain("\u001b", "\u0085", "\u0007", "secret", "\nFAKE");
    }

    @Test
    void norDoesOneThatKeystoneSaysIsInTheNameOfAProject(CapturedOutput log) {
        KEYSTONE.issue("odd", KeystoneStandIn.IN_PROJECT.replace("demo", "de\\u001bmo\\nFAKE"), "member");
        Answer answer = service.delete(UUID.randomUUID(), "odd");
        assertThat(linesOf(answer, log)).singleElement().asString().contains("project=de?mo?FAKE");
        assertThat(log.getAll()).doesNotContain("\u001b", "\nFAKE");
    }

    @Test
    void callersDoNotReachWhatIsForOperators() {
        service.send("GET", "/actuator/health", Map.of()).isRefusal(404, "path-not-found");
        service.send("GET", "/actuator/prometheus", Map.of()).isRefusal(404, "path-not-found");
    }

    @Test
    void noSecretIsAmongTheFigures() {
        service.delete(UUID.randomUUID(), "a-secret-token");
        assertThat(operators("/actuator/prometheus").body()).doesNotContain("a-secret-token", "good");
    }

    private List<String> linesOf(Answer answer, CapturedOutput log) {
        String requestId = answer.header("X-Openstack-Request-Id");
        return await().until(
                        () -> log.getAll()
                                .lines()
                                .filter(line -> line.contains("[" + requestId + "]") && line.contains(" access "))
                                .toList(),
                        lines -> !lines.isEmpty());
    }

    private List<String> figures() {
        return operators("/actuator/prometheus")
                .body()
                .lines()
                .map(line -> line.substring(0, line.lastIndexOf(' ')))
                .toList();
    }

    private void isReady(int status, String reason) {
        Answer answer = operators("/actuator/health/readiness");
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.body()).containsPattern(reason);
    }

    private Answer operators(String path) {
        return RawHttp.send(operatorsPort, "GET " + path + " HTTP/1.1");
    }
}
