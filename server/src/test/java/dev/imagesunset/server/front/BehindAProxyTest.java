package dev.imagesunset.server.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.imagesunset.server.Answer;
import dev.imagesunset.server.Catalogue;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.ServerTest;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;

/** A proxy with TLS that takes /cloud from the path. */
@ServerTest
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(properties = "server.forward-headers-strategy=framework")
class BehindAProxyTest {
    private static final String X =
            "X-Forwarded-Proto: https, X-Forwarded-Host: images.example.com, X-Forwarded-For: 203.0.113.9";
    private static final String STANDARD = "Forwarded: for=203.0.113.9;proto=https;host=images.example.com";

    @Autowired
    Catalogue catalogue;

    @Autowired
    ImageService service;

    @ParameterizedTest
    @ValueSource(strings = {X, STANDARD})
    void everyLinkLeadsThroughIt(String forwarded, CapturedOutput log) {
        UUID id = catalogue.imageOf("demo", "private");
        assertThat(service.send("DELETE", "/v1.1/images/" + id, headers(forwarded))
                        .header("Link"))
                .startsWith("</cloud/v2/images/" + id + ">; rel=\"successor-version\"")
                .contains("</cloud/deprecation>; rel=\"sunset\"");
        assertThat(service.send("GET", "/versions", headers(forwarded))
                        .json()
                        .at("/versions/0/links/0/href")
                        .asString())
                .isEqualTo("https://images.example.com/cloud/v2/");
        await().untilAsserted(() -> assertThat(log.getAll()).contains("from=203.0.113.9"));
    }

    /** Their endpoint has the prefix, and they put behind it what they are told. */
    @Test
    void theNextPageIsToldAsOpenStacksClientsPutItBehindTheirEndpoint() {
        catalogue.imageOf("demo", "private");
        catalogue.imageOf("demo", "private");
        assertThat(service.send("GET", "/v2/images?limit=1", headers(X))
                        .json()
                        .get("next")
                        .asString())
                .startsWith("/v2/images?limit=1&marker=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Forwarded: for=\"192.0.2.43:_x\"",
                "Forwarded: for=\"192.0.2.43:99999\"",
                "Forwarded: for=2001:db8::1",
                "X-Forwarded-For: ,"
            })
    void whatCannotBeReadIsRefusedLikeEverythingElse(String forwarded) {
        service.send("DELETE", "/v1.1/images/" + UUID.randomUUID(), headers(forwarded))
                .isRefusal(400, "request-malformed");
    }

    @Test
    void aPrefixThatIsNoneIsIgnored() {
        Map<String, String> headers = headers(X);
        headers.put("X-Forwarded-Prefix", "/a>; rel=evil");
        assertThat(service.send("DELETE", "/v1.1/images/" + UUID.randomUUID(), headers)
                        .header("Link"))
                .startsWith("</v2/images/")
                .doesNotContain("evil");
    }

    @ParameterizedTest
    @ValueSource(ints = {150, 3_000, 7_500})
    void aPrefixThatIsTooLongIsIgnored(int parts) {
        Map<String, String> headers = headers(X);
        headers.put("X-Forwarded-Prefix", "/a".repeat(parts));
        Answer deleted = service.send("DELETE", "/v1.1/images/" + catalogue.imageOf("demo", "private"), headers);
        assertThat(deleted.status()).isEqualTo(204);
        assertThat(deleted.header("Link")).startsWith("</v2/images/");
        assertThat(service.send("GET", "/versions", headers)
                        .json()
                        .at("/versions/0/links/0/href")
                        .asString())
                .isEqualTo("https://images.example.com/v2/");
    }

    private static Map<String, String> headers(String forwarded) {
        Map<String, String> headers =
                new TreeMap<>(Map.of("X-Auth-Token", "demo-member", "X-Forwarded-Prefix", "/cloud"));
        for (String header : forwarded.split(", ", -1)) {
            String[] nameAndValue = header.split(": ", 2);
            headers.put(nameAndValue[0], nameAndValue[1]);
        }
        return headers;
    }
}
