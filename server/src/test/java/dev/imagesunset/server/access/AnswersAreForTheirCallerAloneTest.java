package dev.imagesunset.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagesunset.server.Answer;
import dev.imagesunset.server.Catalogue;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.RawHttp;
import dev.imagesunset.server.ServerTest;
import dev.imagesunset.server.contract.Contract;
import dev.imagesunset.server.contract.Operation;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a token sees is kept by no cache, whether it is data or a refusal, of the server or of Tomcat. */
@ServerTest
class AnswersAreForTheirCallerAloneTest {
    @Autowired
    Contract contract;

    @Autowired
    Catalogue catalogue;

    @Autowired
    ImageService service;

    @Test
    void whateverAnOperationThatWantsATokenAnswers() {
        UUID id = catalogue.imageOf("demo", "private");
        assertThat(operations()).hasSizeGreaterThan(10).allSatisfy(operation -> {
            String path = operation.path().replaceAll("\\{[^}]+}", id.toString());
            isForItsCallerAlone(ask(operation.method(), path, "X-Auth-Token: demo-admin"));
            isForItsCallerAlone(ask(operation.method(), path, "X-Auth-Token: nobody"));
            isForItsCallerAlone(ask(operation.method(), path));
        });
    }

    @Test
    void soAreRefusalsOfTheFirewallAndOfTomcat() {
        isForItsCallerAlone(ask("GET", "/v2/images/a;b", "X-Auth-Token: demo-member"));
        isForItsCallerAlone(ask("GET", "/v2/images?limit=x", "X-Auth-Token: demo-member"));
        isForItsCallerAlone(ask("POST", "/v2/images", "X-Auth-Token: demo-member", "Content-Length: 9999999"));
    }

    @Test
    void whatIsForEverybodyMayBeKept() {
        assertThat(service.send("GET", "/versions", Map.of()).header("Vary")).doesNotContain("X-Auth-Token");
    }

    private Answer ask(String method, String path, String... headers) {
        return RawHttp.send(service.port(), method + " " + path + " HTTP/1.1", headers);
    }

    private static void isForItsCallerAlone(Answer answer) {
        assertThat(answer.header("Cache-Control")).as("%s", answer).isEqualTo("no-store");
        assertThat(answer.header("Vary")).as("%s", answer).isEqualTo("X-Auth-Token");
        assertThat(answer.header("X-Content-Type-Options")).as("%s", answer).isEqualTo("nosniff");
    }

    private Stream<Operation> operations() {
        return contract.operations().filter(Operation::needsToken);
    }
}
