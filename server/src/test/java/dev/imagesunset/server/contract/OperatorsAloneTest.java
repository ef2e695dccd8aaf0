package dev.imagesunset.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagesunset.server.Answer;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.RawHttp;
import dev.imagesunset.server.ServerTest;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** What is for operators by the contract is for them alone, also what only this test's contract has. */
@ServerTest
@Import(OperatorsAloneTest.OneMoreOperation.class)
class OperatorsAloneTest {
    private static final String NEW = "/operator/new/{image_id}";

    @Autowired
    Contract contract;

    @Autowired
    ImageService service;

    @Test
    void aMemberIsRefused() {
        assertThat(operations().map(Operation::path)).contains(NEW).hasSizeGreaterThan(5);
        assertThat(operations()).allSatisfy(operation -> {
            isRefused(answer(operation, "X-Auth-Token: demo-member"), 403, "admin-only");
        });
    }

    @Test
    void soIsWhoHasNoGoodToken() {
        assertThat(operations()).allSatisfy(operation -> {
            isRefused(answer(operation, "X-Auth-Token: nobody"), 401, "token-invalid");
            isRefused(answer(operation), 401, "token-missing");
        });
    }

    @Test
    void anAdminIsNot() {
        // Nothing stands behind it.
        assertThat(operations().filter(operation -> operation.path().equals(NEW)))
                .singleElement()
                .satisfies(
                        operation -> isRefused(answer(operation, "X-Auth-Token: demo-admin"), 404, "path-not-found"));
    }

    private Answer answer(Operation operation, String... headers) {
        String path = operation.path().replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        return RawHttp.send(service.port(), operation.method() + " " + path + " HTTP/1.1", headers);
    }

    private static void isRefused(Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.problem().get("code").asString()).isEqualTo(code);
    }

    private Stream<Operation> operations() {
        return contract.operations().filter(Operation::isForOperators);
    }

    @TestConfiguration
    static class OneMoreOperation {
        @Bean
        @Primary
        Contract contractWithOneMore() {
            return new Contract(new Contract().text().replace("\npaths:\n", """

                    paths:
                      %s:
                        post:
                          operationId: newOne
                          x-audience: operators
                          responses: { '204': { description: Done. } }
                    """.formatted(NEW)));
        }
    }
}
