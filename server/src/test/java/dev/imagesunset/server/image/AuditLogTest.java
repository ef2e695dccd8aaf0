package dev.imagesunset.server.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.imagesunset.server.Answer;
import dev.imagesunset.server.Catalogue;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.ServerTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ServerTest
@ExtendWith(OutputCaptureExtension.class)
class AuditLogTest {
    @Autowired
    Catalogue catalogue;

    @Autowired
    ImageService service;

    @Test
    void aChangeOfTheProtectionOrOfTheVisibilityIsALineEach(CapturedOutput log) {
        UUID id = catalogue.imageOf("demo", "private");
        Answer answer = change(id, "demo-member", """
                [{"op": "replace", "path": "/protected", "value": true}, {"op": "replace", "path": "/visibility", "value": "community"},
                 {"op": "replace", "path": "/name", "value": "new"}]
                """);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(linesOf(answer, log))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .endsWith("image=" + id + " protected=true, was false project=demo user=mia"),
                        line -> assertThat(line)
                                .endsWith("image=" + id + " visibility=community, was private project=demo user=mia"));
    }

    @Test
    void soIsANewOwner(CapturedOutput log) {
        UUID id = catalogue.imageOf("demo", "private");
        Answer answer =
                change(id, "demo-admin", "[{\"op\": \"replace\", \"path\": \"/owner\", \"value\": \"o\u2028ther\"}]");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(linesOf(answer, log))
                .singleElement()
                .asString()
                .endsWith("image=" + id + " owner=o?ther, was demo project=admin user=ada");
    }

    @Test
    void soIsARestoration(CapturedOutput log) {
        UUID id = catalogue.imageOf("demo", "private");
        service.delete(id, "demo-member");
        Answer answer = service.call("POST", "/operator/tombstones/" + id + "/restore", "demo-admin");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(linesOf(answer, log))
                .singleElement()
                .asString()
                .endsWith("image=" + id + " restored project=admin user=ada");
    }

    @Test
    void whatChangesNothingOfThatOrIsRefusedIsNone(CapturedOutput log) {
        UUID id = catalogue.protectedImageOf("demo", "private");
        Answer same = change(id, "demo-member", "[{\"op\": \"replace\", \"path\": \"/protected\", \"value\": true}]");
        Answer refused =
                change(id, "demo-member", "[{\"op\": \"replace\", \"path\": \"/visibility\", \"value\": \"public\"}]");
        assertThat(same.status()).isEqualTo(200);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(linesOf(same, log)).isEmpty();
        assertThat(linesOf(refused, log)).isEmpty();
    }

    private Answer change(UUID id, String token, String changes) {
        return service.call("PATCH", "/v2/images/" + id, token, changes);
    }

    /** Those that are there when the request's own line is. */
    private static List<String> linesOf(Answer answer, CapturedOutput log) {
        String id = "[" + answer.header("X-Openstack-Request-Id") + "]";
        await().until(() -> log.getAll().lines().anyMatch(line -> line.contains(id) && line.contains(" access ")));
        return log.getAll()
                .lines()
                .filter(line -> line.contains(id) && line.contains(" audit "))
                .toList();
    }
}
