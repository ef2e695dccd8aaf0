package dev.imagesunset.server.upstream;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.List;
import java.util.UUID;

/** Speaks the Image API v2 as Glance 25 was recorded to speak it; it takes the id that a request brings for its answer's. */
public final class GlanceStandIn implements AutoCloseable {
    static final String PRIVATE = image("demo", "private", false);
    static final String PROTECTED = image("demo", "private", true);
    static final String OTHERS = image("other", "public", false);
    static final String OTHERS_PROTECTED = image("other", "public", true);

    private static final String IMAGES = "/v2/images/.*";

    private final WireMockServer http = new WireMockServer(
            WireMockConfiguration.options().dynamicPort().globalTemplating(true).containerThreads(64));

    public GlanceStandIn() {
        http.start();
        isWell();
    }

    public String url() {
        return http.baseUrl();
    }

    /** Ends every outage, and forgets all images and requests. */
    void isWell() {
        http.resetAll();
        http.stubFor(any(anyUrl()).atPriority(9).willReturn(page(404)));
        http.stubFor(get("/versions")
                .willReturn(okJson("{\"versions\": [{\"id\": \"v2.15\", \"status\": \"CURRENT\", \"links\": []}]}")));
        http.stubFor(get(urlMatching(IMAGES)).atPriority(8).willReturn(error(404, "No image found with ID")));
        http.stubFor(
                delete(urlMatching(IMAGES)).atPriority(8).willReturn(error(404, "Failed to find image to delete")));
    }

    /** Has an image, and answers its deletes in one way. */
    UUID has(String image, ResponseDefinitionBuilder deletes) {
        UUID id = UUID.randomUUID();
        has(id, image, deletes);
        return id;
    }

    private void has(UUID id, String image, ResponseDefinitionBuilder deletes) {
        shows(id, okJson(image).withHeader("X-Openstack-Request-Id", "{{request.headers.X-Openstack-Request-Id}}"));
        http.stubFor(delete("/v2/images/" + id).willReturn(deletes));
    }

    /** Has an image that something uses. */
    public void keeps(UUID id) {
        has(id, PRIVATE, error(409, "Image could not be deleted because it is in use"));
    }

    /** Has an image that every delete deletes, as when many come at once. */
    public UUID hasImage() {
        return has(PRIVATE, deleted());
    }

    void shows(UUID id, ResponseDefinitionBuilder answer) {
        http.stubFor(get("/v2/images/" + id).willReturn(answer));
    }

    /** Answers everything in one way. */
    void answersAll(ResponseDefinitionBuilder answer) {
        http.stubFor(any(anyUrl()).atPriority(1).willReturn(answer));
    }

    static ResponseDefinitionBuilder deleted() {
        return named(204).withHeader("Content-Type", "text/html; charset=UTF-8");
    }

    /** As with {@code Accept: application/json}. */
    static ResponseDefinitionBuilder error(int status, String message) {
        return named(status)
                .withHeader("Content-Type", "application/json")
                .withBody("{\"message\": \"%s<br /><br />\\n\\n\\n\", \"code\": \"%d\", \"title\": \"Glance's\"}"
                        .formatted(message, status));
    }

    /** Glance does not name the request in it. */
    static ResponseDefinitionBuilder unauthorized() {
        return page(401).withHeader("WWW-Authenticate", "Keystone uri=\"http://keystone.example.com\"");
    }

    /** What a balancer says, or a server that is something else. */
    static ResponseDefinitionBuilder page(int status) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "text/html")
                .withBody("<html><body>Glance's</body></html>");
    }

    private static ResponseDefinitionBuilder named(int status) {
        return aResponse()
                .withStatus(status)
                .withHeader("X-Openstack-Request-Id", "{{request.headers.X-Openstack-Request-Id}}");
    }

    private static String image(String owner, String visibility, boolean isProtected) {
        return """
                {"name": "of Glance", "status": "queued", "visibility": "%s", "protected": %s, "owner": "%s",
                 "created_at": "2016-05-20T08:00:00Z", "updated_at": "2016-05-20T08:00:00Z", "tags": []}
                """.formatted(visibility, isProtected, owner);
    }

    List<LoggedRequest> deletes() {
        return http.findAll(deleteRequestedFor(urlMatching(IMAGES)));
    }

    int requests() {
        return http.findAll(anyRequestedFor(urlMatching(IMAGES))).size();
    }

    @Override
    public void close() {
        http.stop();
    }
}
