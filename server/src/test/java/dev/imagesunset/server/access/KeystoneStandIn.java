package dev.imagesunset.server.access;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/** Speaks the Identity API as Keystone 22 was recorded to speak it: a token vouches for itself, and a bad one gets 401. */
public final class KeystoneStandIn implements AutoCloseable {
    public static final String IN_PROJECT =
            ", \"project\": {\"domain\": {\"id\": \"default\", \"name\": \"Default\"}, \"id\": \"demo\", \"name\": \"demo\"}, \"is_domain\": false";
    public static final String IN_DOMAIN = ", \"domain\": {\"id\": \"default\", \"name\": \"Default\"}";
    public static final String IN_SYSTEM = ", \"system\": {\"all\": true}";
    public static final String UNSCOPED = "";

    static final String REFUSAL =
            "{\"error\":{\"code\":401,\"message\":\"The request you have made requires authentication.\",\"title\":\"Unauthorized\"}}";

    private final WireMockServer http;

    @SuppressWarnings("NullAway.Init")
    private StubMapping outage;

    public KeystoneStandIn() {
        // A question that hangs holds a thread for a minute.
        this(WireMockConfiguration.options().dynamicPort().containerThreads(200));
    }

    KeystoneStandIn(WireMockConfiguration options) {
        http = new WireMockServer(options);
        http.start();
        isWell();
    }

    public String url() {
        return http.baseUrl();
    }

    /** Ends every outage, and forgets all tokens and questions. */
    void isWell() {
        http.resetAll();
        http.stubFor(any(anyUrl()).atPriority(9).willReturn(aResponse().withStatus(404)));
        http.stubFor(get("/v3").willReturn(okJson("{\"version\": {\"id\": \"v3.14\", \"status\": \"stable\"}}")));
        http.stubFor(get(urlPathEqualTo("/v3/auth/tokens"))
                .atPriority(8)
                .willReturn(aResponse()
                        .withStatus(401)
                        .withHeader("WWW-Authenticate", "Keystone uri=\"" + url() + "/v3\"")
                        .withHeader("Content-Type", "application/json")
                        .withBody(REFUSAL)));
    }

    public void issue(String token, String scope, List<String> roles, Instant expiresAt) {
        issue(token, okJson(body(scope, roles, expiresAt)));
    }

    public void issue(String token, String scope, String... roles) {
        issue(token, scope, List.of(roles), Instant.now().plus(Duration.ofHours(1)));
    }

    /** Answers questions about a token in a way of its own. */
    void issue(String token, ResponseDefinitionBuilder answer) {
        http.stubFor(get(urlEqualTo("/v3/auth/tokens?nocatalog"))
                .withHeader("X-Auth-Token", equalTo(token))
                .withHeader("X-Subject-Token", equalTo(token))
                .willReturn(answer));
    }

    static String body(String scope, List<String> roles, Instant expiresAt) {
        String names = roles.stream()
                .map(role -> "{\"id\": \"id-of-%1$s\", \"name\": \"%1$s\"}".formatted(role))
                .collect(Collectors.joining(", "));
        return """
                {"token": {"methods": ["password"],
                  "user": {"domain": {"id": "default", "name": "Default"}, "id": "mia", "name": "mia", "password_expires_at": null},
                  "audit_ids": ["3T2dc1CGQxyJsHdDu1xkcw"], "expires_at": "%s", "issued_at": "2016-05-23T02:43:34.000000Z",
                  "roles": [%s]%s}}
                """.formatted(expiresAt, names, scope);
    }

    /** Whoever logs in gets a token, and is told where the image service is. */
    public void logsIn(String token, String scope, String imageService) {
        String catalog =
                ", \"catalog\": [{\"id\": \"glance\", \"type\": \"image\", \"name\": \"glance\", \"endpoints\": "
                        + "[{\"id\": \"public\", \"interface\": \"public\", \"region\": \"one\", \"region_id\": \"one\", \"url\": \"%s\"}]}]";
        Instant end = Instant.now().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);
        http.stubFor(post("/v3/auth/tokens")
                .willReturn(okJson(body(scope + catalog.formatted(imageService), List.of("member"), end))
                        .withStatus(201)
                        .withHeader("X-Subject-Token", token)));
    }

    /** Answers every question with a status until it recovers. */
    public void breaksDown(int status) {
        outage = http.stubFor(any(anyUrl()).atPriority(1).willReturn(aResponse().withStatus(status)));
    }

    public void recovers() {
        http.removeStub(outage);
    }

    /** Refuses what is no token at all, as it can without its database, and fails over a token that there is. */
    public void validatesNot(String token) {
        outage = http.stubFor(get(urlPathEqualTo("/v3/auth/tokens"))
                .withHeader("X-Subject-Token", equalTo(token))
                .atPriority(1)
                .willReturn(aResponse().withStatus(500)));
    }

    /** Says what version it has, and fails over every token. */
    void validatesNothing() {
        http.stubFor(get(urlPathEqualTo("/v3/auth/tokens"))
                .atPriority(1)
                .willReturn(aResponse().withStatus(500)));
    }

    void fails(int status) {
        outage(aResponse().withStatus(status).withBody("{}"));
    }

    /** Is no Keystone at all, but what a balancer says that has lost it. */
    void answersWithAPage(int status) {
        outage(aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "text/html")
                .withBody("<html><body>There is nobody here.</body></html>"));
    }

    void hangs() {
        outage(aResponse().withFixedDelay(60_000));
    }

    void hangsUp() {
        outage(aResponse().withFault(Fault.EMPTY_RESPONSE));
    }

    int questions() {
        return http.findAll(getRequestedFor(urlPathEqualTo("/v3/auth/tokens"))).size();
    }

    private void outage(ResponseDefinitionBuilder answer) {
        http.stubFor(any(anyUrl()).atPriority(1).willReturn(answer));
    }

    @Override
    public void close() {
        http.stop();
    }
}
