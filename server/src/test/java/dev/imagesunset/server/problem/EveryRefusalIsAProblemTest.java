package dev.imagesunset.server.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagesunset.server.Answer;
import dev.imagesunset.server.Catalogue;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.RawHttp;
import dev.imagesunset.server.ServerTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class EveryRefusalIsAProblemTest {
    private static final String IMAGE = "/v1.1/images/3c3d1d01-b48a-4639-8a88-08be3b9b5d78";

    @Autowired
    Catalogue catalogue;

    @Autowired
    ImageService service;

    @ParameterizedTest
    @ValueSource(
            strings = {"/nope", "/v1.1", "/v1.1/nope", "/v1.1/images", "/v1.1/images/", "/error", "/v1.1/images/a/b"})
    void anUnknownPathIsNotFoundWhoeverAsks(String path) {
        service.send("GET", path, Map.of()).isRefusal(404, "path-not-found");
        service.send("DELETE", path, Map.of("X-Auth-Token", "nobody")).isRefusal(404, "path-not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "POST", "PUT", "PATCH", "PROPFIND", "BREW"})
    void aWrongMethodIsToldTheRightOnes(String method) {
        Answer answer = RawHttp.send(service.port(), method + " " + IMAGE + " HTTP/1.1", "X-Auth-Token: nobody");
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo("DELETE, OPTIONS");
        if (!method.equals("HEAD")) {
            answer.isRefusal(405, "method-not-allowed");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "python-glanceclient, text/plain;charset=UTF-8, (image-not-found",
        "huaweicloud-usdk-java/3.0, application/json, '\"message\":\"There is no such image'",
        "OpenStack4j / OpenStack Client, application/problem+json, '\"error_message\":\"There is no such image'"
    })
    void aClientThatCannotReadAProblemIsToldInItsOwnWay(String agent, String type, String words) {
        String path = "/v1.1/images/" + UUID.randomUUID();
        Answer answer = service.send("DELETE", path, Map.of("X-Auth-Token", "demo-member", "User-Agent", agent));
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).isEqualTo(type);
        assertThat(answer.body()).contains(words);
    }

    @Test
    void aUserAgentBeyondAsciiChangesNoAnswer() {
        UUID id = catalogue.imageOf("demo", "private");
        // RawHttp sends ISO 8859-1, of which these are the bytes of UTF-8 (obs-text, RFC 9110, section 5.5).
        String agent = "User-Agent: iPhone X\u00ca\u0080";
        String[] headers = {"X-Auth-Token: demo-member", agent};
        assertThat(RawHttp.send(service.port(), "DELETE /v1.1/images/" + id + " HTTP/1.1", headers)
                        .status())
                .isEqualTo(204);
        RawHttp.send(service.port(), "DELETE /v1.1/images/" + id + " HTTP/1.1", headers)
                .isRefusal(404, "image-not-found");
        RawHttp.send(service.port(), "DELETE /v1.1/images/" + id + " HTTP/1.1", agent)
                .isRefusal(401, "token-missing");
    }

    @Test
    void traceIsRefusedByTomcatAndStillAProblem() {
        RawHttp.send(service.port(), "TRACE " + IMAGE + " HTTP/1.1").isRefusal(405, "method-not-allowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "image/png",
                "text/html",
                "rubbish",
                "application/xml",
                "image/*;q=0.5",
                "",
                "a/b;c=\"",
                "*/*;q=0"
            })
    void theAbandonedCallIgnoresAccept(String accept) {
        UUID id = catalogue.imageOf("demo", "private");
        Map<String, String> headers = Map.of("X-Auth-Token", "demo-member", "Accept", accept);
        assertThat(service.deleteWith(id, headers).status()).isEqualTo(204);
        service.deleteWith(id, headers).isRefusal(404, "image-not-found");
        service.deleteWith(id, Map.of("Accept", accept)).isRefusal(401, "token-missing");
    }

    @Test
    void itsSuccessorNegotiates() {
        UUID id = catalogue.imageOf("demo", "private");
        service.send("DELETE", "/v2/images/" + id, Map.of("X-Auth-Token", "demo-member", "Accept", "image/png"))
                .isRefusal(406, "not-acceptable");
        assertThat(catalogue.row(id)).containsEntry("status", "active");
    }

    @Test
    void anAcceptHeaderThatCannotBeReadIsRefusedWhereItChoosesThePage() {
        service.send("GET", "/", Map.of("Accept", "rubbish")).isRefusal(406, "not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "application/problem+json", "*/*", "application/*", "text/html, */*;q=0.1"})
    void whateverTheOrdinaryClientsAcceptIsAccepted(String accept) {
        Map<String, String> headers = Map.of("X-Auth-Token", "demo-member", "Accept", accept);
        assertThat(service.deleteWith(catalogue.imageOf("demo", "private"), headers)
                        .status())
                .isEqualTo(204);
        assertThat(service.deleteWith(UUID.randomUUID(), headers).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1.1/images/a%2Fb",
                "/v1.1/images/a%00",
                "/v1.1/images/%zz",
                "/v1.1/images/%ff%fe",
                "/v1.1/images/a;b=c",
                "/v1.1/images/a%0d%0aX-Evil:%20yes",
                "/v1.1/images/..%2f",
                "/v1.1/images/a%5cb"
            })
    void aPathThatCannotBeReadIsRefusedWithTheNoticeOfTheEnd(String path) {
        Answer answer = RawHttp.send(service.port(), "DELETE " + path + " HTTP/1.1", "X-Auth-Token: demo-member")
                .isRefusal(400, "request-malformed");
        assertThat(answer.header("Sunset")).isEqualTo("Fri, 31 Dec 2027 00:00:00 GMT");
        assertThat(answer.headers()).doesNotContainKey("X-Evil");
    }

    @ParameterizedTest
    @CsvSource({
        "//v1.1/images/, 204",
        "/v1.1//images/, 204",
        "/v1.1/images//, 204",
        "//v2///images/, 204",
        "//images/, 204"
    })
    void doubledSlashesBeforeTheIdAreOne(String path, int status) {
        UUID id = catalogue.imageOf("demo", "private");
        String[] token = {"X-Auth-Token: demo-member"};
        RawHttp.send(service.port(), "DELETE " + path + id + "// HTTP/1.1", token)
                .isRefusal(404, "path-not-found");
        assertThat(RawHttp.send(service.port(), "DELETE " + path + id + " HTTP/1.1", token)
                        .status())
                .isEqualTo(status);
        RawHttp.send(service.port(), "DELETE " + path + id + " HTTP/1.1", token).isRefusal(404, "image-not-found");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /v1.1/images/1            | DELETE, OPTIONS
            /v2/images/1              | GET, PATCH, DELETE, HEAD, OPTIONS
            /operator/callers         | GET, HEAD, OPTIONS
            /                         | GET, HEAD, OPTIONS
            """)
    void allowListsWhatAPathHas(String path, String methods) {
        Answer options = RawHttp.send(service.port(), "OPTIONS " + path + " HTTP/1.1");
        assertThat(options.status()).isEqualTo(204);
        assertThat(options.header("Allow")).isEqualTo(methods);
        for (String method : List.of("PUT", "TRACE", "PROPFIND")) {
            Answer refused =
                    RawHttp.send(service.port(), method + " " + path + " HTTP/1.1", "X-Auth-Token: demo-admin");
            assertThat(refused.isRefusal(405, "method-not-allowed").header("Allow"))
                    .isEqualTo(methods);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=abc", "bytes=0-1", "bytes=9999999-", "rubbish"})
    void aRangeIsIgnored(String range) {
        for (String path : List.of("/", "/deprecation", "/openapi/image-service.yaml", "/index.html")) {
            Answer answer = RawHttp.send(
                    service.port(), "GET " + path + " HTTP/1.1", "Accept: text/html, */*", "Range: " + range);
            assertThat(answer.status()).as(path).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[x", "a|b", "{image_id}", "a^b", "a\\b", "\u00ff\u00fe"})
    void aCharacterThatNoUriHasIsAMalformedId(String id) {
        Answer answer =
                RawHttp.send(service.port(), "DELETE /v1.1/images/" + id + " HTTP/1.1", "X-Auth-Token: demo-member");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem().get("title").asString()).isEqualTo("Request error.");
    }

    @Test
    void anOversizedHeaderIsRefused() {
        RawHttp.send(service.port(), "DELETE " + IMAGE + " HTTP/1.1", "X-Auth-Token: " + "a".repeat(20_000))
                .isRefusal(400, "request-malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BROKEN", "DELETE", "DELETE " + IMAGE + " HTTP/9.1", "\u0000 / HTTP/1.1"})
    void aBrokenRequestLineIsRefused(String requestLine) {
        Answer answer = RawHttp.send(service.port(), requestLine);
        assertThat(answer.status()).isBetween(400, 505);
        assertThat(answer.header("X-Openstack-Request-Id")).matches("req-[0-9a-f-]{36}");
        assertThat(answer.problem().get("code").asString()).isNotBlank();
    }

    @Test
    void aFailureTellsNothingOfTheInside() {
        catalogue.execute("ALTER TABLE images RENAME TO images_renamed_by_a_test");
        try {
            Answer answer = service.delete(UUID.randomUUID(), "demo-member").isRefusal(500, "internal-error");
            assertThat(answer.body())
                    .doesNotContainIgnoringCase("sql", "exception", "dev.imagesunset", "table", "\tat ");
        } finally {
            catalogue.execute("ALTER TABLE images_renamed_by_a_test RENAME TO images");
        }
    }
}
