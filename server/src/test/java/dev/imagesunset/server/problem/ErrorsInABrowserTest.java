package dev.imagesunset.server.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagesunset.server.Answer;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.RawHttp;
import dev.imagesunset.server.ServerTest;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A person who follows a wrong link is shown a page; programs are told as ever. */
@ServerTest
class ErrorsInABrowserTest {
    private static final String CHROMIUM =
            "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8";

    @Autowired
    ImageService service;

    @ParameterizedTest
    @ValueSource(strings = {CHROMIUM, "text/html", "application/json;q=0.9, text/html", "text/*"})
    void whoWantsAPageGetsOneThatSaysWhatToDo(String accept) {
        Answer answer = service.send("GET", "/nonexistent", Map.of("Accept", accept));
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.body())
                .contains("There is nothing at this path.", answer.header("X-Openstack-Request-Id"))
                .doesNotContain("nonexistent")
                .doesNotContainPattern("\\{\\w+}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*/*", "application/json, */*", "text/html, application/json", "application/json", "rubbish"})
    void whoDoesNotPreferAPageGetsAProblem(String accept) {
        Answer answer = service.send("GET", "/nonexistent", Map.of("Accept", accept));
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).endsWith("json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"GET /v1.1/nope", "GET /v1.1/images/1", "GET /v2/images", "GET /v2/nope", "GET /operator/sunset"
            })
    void theApiAnswersWithProblemsWhateverItIsAskedFor(String request) {
        Answer answer = RawHttp.send(service.port(), request + " HTTP/1.1", "Accept: text/html");
        assertThat(answer.problem().get("status").asInt()).isEqualTo(answer.status());
    }

    @Test
    void whatTomcatRefusesIsAPageToo() {
        Answer answer = RawHttp.send(service.port(), "GET /a%00 HTTP/1.1", "Accept: " + CHROMIUM);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'self'");
    }

    @ParameterizedTest
    @CsvSource({"/nope, /", "/a/b/c, /", "/a/b/, /", "/a%2Fb/c, /"})
    void itsLinkLeadsHomeFromWhereverItIsAndThroughAnyProxy(String path, String home) {
        String body = RawHttp.send(service.port(), "GET " + path + " HTTP/1.1", "Accept: text/html")
                .body();
        String link = body.replaceFirst("(?s).*<a href=\"([^\"]*)\".*", "$1");
        assertThat(URI.create(path).resolve(link)).hasToString(home);
        assertThat(URI.create("/cloud" + path).resolve(link)).hasToString("/cloud" + home);
    }
}
