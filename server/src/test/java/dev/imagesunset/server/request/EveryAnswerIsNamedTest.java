package dev.imagesunset.server.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.imagesunset.server.Answer;
import dev.imagesunset.server.Catalogue;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.RawHttp;
import dev.imagesunset.server.ServerTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ServerTest
@ExtendWith(OutputCaptureExtension.class)
class EveryAnswerIsNamedTest {
    private static final String OF_THE_CALLER = "req-00000000-1111-2222-3333-444444444444";

    @Autowired
    Catalogue catalogue;

    @Autowired
    ImageService service;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1",
                "GET /nope HTTP/1.1",
                "GET /openapi/image-service.yaml HTTP/1.1",
                "GET /v1.1/images/x HTTP/1.1",
                "DELETE /v1.1/images/x HTTP/1.1",
                "DELETE /v1.1/images/%00 HTTP/1.1",
                "OPTIONS /v1.1/images/x HTTP/1.1",
                "TRACE / HTTP/1.1",
                "BROKEN"
            })
    void everyAnswerHasARequestIdOfItsOwn(String requestLine) {
        String first = RawHttp.send(service.port(), requestLine).header(RequestId.HEADER);
        String second = RawHttp.send(service.port(), requestLine).header(RequestId.HEADER);
        assertThat(first)
                .matches("req-[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
                .isNotEqualTo(second);
    }

    @Test
    void theLogLineOfAFailureNamesTheRequestByOurIdAndByTheCallers(CapturedOutput log) {
        catalogue.execute("ALTER TABLE images RENAME TO images_renamed_by_a_test");
        try {
            Answer answer = service.deleteWith(
                    UUID.randomUUID(), Map.of("X-Auth-Token", "demo-member", RequestId.HEADER, OF_THE_CALLER));
            assertThat(log.getAll().lines())
                    .filteredOn(line -> line.contains(answer.header(RequestId.HEADER)))
                    .anyMatch(line -> line.contains(OF_THE_CALLER))
                    .noneMatch(line -> line.contains("demo-member"));
        } finally {
            catalogue.execute("ALTER TABLE images_renamed_by_a_test RENAME TO images");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"req-1", "drop table", "req-00000000-1111-2222-3333-44444444444g", OF_THE_CALLER + "0"})
    void anIdOfTheCallersInAnyOtherFormIsDropped(String sent, CapturedOutput log) {
        assertThat(RequestId.sentByCaller(sent)).isEmpty();
        Answer answer =
                service.deleteWith(UUID.randomUUID(), Map.of("X-Auth-Token", "demo-member", RequestId.HEADER, sent));
        assertThat(answer.headers().toString() + answer.body()).doesNotContain(sent + "\"", sent + "]");
        await().until(() -> log.getAll().contains(answer.header(RequestId.HEADER) + "] [] access"));
    }

    @Test
    void theCallersIdIsNeverTheAnswers() {
        Answer answer = service.deleteWith(
                UUID.randomUUID(), Map.of("X-Auth-Token", "demo-member", RequestId.HEADER, OF_THE_CALLER));
        assertThat(answer.header(RequestId.HEADER)).isNotEqualTo(OF_THE_CALLER);
    }
}
