package dev.imagesunset.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.dsl.PactDslJsonBody;
import au.com.dius.pact.consumer.dsl.PactDslResponse;
import au.com.dius.pact.consumer.junit5.PactConsumerTestExt;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What this client expects of the service; the service's tests verify the pact that is written here. */
@ExtendWith(PactConsumerTestExt.class)
@PactTestFor(providerName = "image-service", pactVersion = PactSpecVersion.V4)
@SuppressWarnings("deprecation")
class ImageServicePactTest {
    private static final String CONSUMER = "image-service-client";
    private static final String ID = "3c3d1d01-b48a-4639-8a88-08be3b9b5d78";
    private static final String REQUEST_ID = "req-75e9edca-7b43-47da-bdc5-d39be469b72f";
    private static final String REQUEST_ID_FORM = "req-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    // Pact takes a header apart at its commas, and holds each part against the expression.
    private static final String SUNSET_PARTS = "\\w{3}|\\d{2} \\w{3} \\d{4} \\d{2}:\\d{2}:\\d{2} GMT";
    private static final String LINK_PARTS =
            "</v2/images(/[^>]+)?>; rel=\"successor-version\"|<[^>]+>; rel=\"(deprecation|sunset)\"; type=\"text/html\"";

    @Pact(consumer = CONSUMER)
    V4Pact imageIsDeleted(PactBuilder pact) {
        return deleting(pact, "an image of the caller's project", ID, 204).toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "imageIsDeleted")
    void anImageIsDeleted(MockServer service) {
        Deletion deletion = client(service).deleteImageV11(ID);
        assertThat(deletion.certainty()).isEqualTo(Deletion.Certainty.CONFIRMED);
        assertThat(deletion.requestId()).hasValue(REQUEST_ID);
        assertThat(deletion.deprecation()).hasValueSatisfying(notice -> {
            assertThat(notice.since()).hasValue(Instant.parse("2016-10-06T00:00:00Z"));
            assertThat(notice.sunset()).hasValue(Instant.parse("2027-12-31T00:00:00Z"));
            assertThat(notice.successor()).hasValue(URI.create(service.getUrl() + "/v2/images/" + ID));
            assertThat(notice.documentation()).hasValue(URI.create(service.getUrl() + "/deprecation"));
        });
    }

    @Pact(consumer = CONSUMER)
    V4Pact imageIsDeletedAsInTheExample(PactBuilder pact) {
        return deleting(pact, "an image of the caller's project, on a server that answers with 200", ID, 200)
                .matchHeader("Content-Type", "text/html; ?charset=UTF-8", "text/html;charset=UTF-8")
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "imageIsDeletedAsInTheExample")
    void anImageIsDeletedWithTheAnswerOfTheExample(MockServer service) {
        assertThat(client(service).deleteImageV11(ID).certainty()).isEqualTo(Deletion.Certainty.CONFIRMED);
    }

    @Pact(consumer = CONSUMER)
    V4Pact malformedId(PactBuilder pact) {
        PactDslResponse answer = deleting(pact, "a caller with a good token", "not-a-uuid", 400);
        return problem(answer, 400, "Request error.", "image-id-malformed");
    }

    @Test
    @PactTestFor(pactMethod = "malformedId")
    void aMalformedIdIsRefused(MockServer service) {
        failsWith(InvalidRequestException.class, service, "not-a-uuid", 400, "image-id-malformed");
    }

    @Pact(consumer = CONSUMER)
    V4Pact badToken(PactBuilder pact) {
        PactDslResponse answer = deleting(pact, "a caller whose token is not good", ID, 401)
                .matchHeader("WWW-Authenticate", "Keystone( uri=\"[^\"]+\")?", "Keystone");
        return problem(answer, 401, "Authentication failed.", "token-invalid");
    }

    @Test
    @PactTestFor(pactMethod = "badToken")
    void aTokenThatIsNotGoodIsRefused(MockServer service) {
        failsWith(AuthenticationFailedException.class, service, ID, 401, "token-invalid");
    }

    @Pact(consumer = CONSUMER)
    V4Pact notPermitted(PactBuilder pact) {
        PactDslResponse answer = deleting(pact, "an image of another project that everybody sees", ID, 403);
        return problem(answer, 403, "You do not have the rights to perform the operation.", "delete-not-permitted");
    }

    @Test
    @PactTestFor(pactMethod = "notPermitted")
    void anImageOfAnotherProjectIsRefused(MockServer service) {
        failsWith(PermissionDeniedException.class, service, ID, 403, "delete-not-permitted");
    }

    @Pact(consumer = CONSUMER)
    V4Pact isProtected(PactBuilder pact) {
        PactDslResponse answer = deleting(pact, "a protected image of the caller's project", ID, 403);
        return problem(answer, 403, "You do not have the rights to perform the operation.", "image-protected");
    }

    @Test
    @PactTestFor(pactMethod = "isProtected")
    void aProtectedImageIsRefused(MockServer service) {
        failsWith(PermissionDeniedException.class, service, ID, 403, "image-protected");
    }

    @Pact(consumer = CONSUMER)
    V4Pact unknown(PactBuilder pact) {
        PactDslResponse answer = deleting(pact, "no such image", ID, 404);
        return problem(answer, 404, "The requested resource was not found.", "image-not-found");
    }

    @Test
    @PactTestFor(pactMethod = "unknown")
    void anUnknownImageIsNotFound(MockServer service) {
        failsWith(ImageNotFoundException.class, service, ID, 404, "image-not-found");
    }

    @Pact(consumer = CONSUMER)
    V4Pact deletedBefore(PactBuilder pact) {
        PactDslResponse answer = deleting(pact, "an image of the caller's project that is deleted already", ID, 404);
        return problem(answer, 404, "The requested resource was not found.", "image-not-found");
    }

    @Test
    @PactTestFor(pactMethod = "deletedBefore")
    void anImageThatIsDeletedAlreadyIsNotFound(MockServer service) {
        failsWith(ImageNotFoundException.class, service, ID, 404, "image-not-found");
    }

    @Pact(consumer = CONSUMER)
    V4Pact fault(PactBuilder pact) {
        PactDslResponse answer = deleting(pact, "a service with a fault", ID, 500);
        return problem(answer, 500, "Internal service error.", "internal-error");
    }

    @Test
    @PactTestFor(pactMethod = "fault")
    void aFaultOfTheServiceIsAFailure(MockServer service) {
        failsWith(ServiceFailureException.class, service, ID, 500, "internal-error");
    }

    @Pact(consumer = CONSUMER)
    V4Pact unavailable(PactBuilder pact) {
        PactDslResponse answer = deleting(pact, "a catalogue that does not answer", ID, 503)
                .matchHeader("Retry-After", "[1-9]\\d*", "2");
        return problem(answer, 503, "The service is unavailable.", "catalogue-unavailable");
    }

    @Test
    @PactTestFor(pactMethod = "unavailable")
    void aServiceWithoutItsCatalogueIsUnavailable(MockServer service) {
        failsWith(ServiceUnavailableException.class, service, ID, 503, "catalogue-unavailable");
    }

    private static PactDslResponse deleting(PactBuilder pact, String state, String id, int status) {
        return pact.usingLegacyDsl()
                .given(state, Map.of("id", id))
                .uponReceiving("deleting, given " + state)
                .method("DELETE")
                .path("/v1.1/images/" + id)
                .matchHeader("X-Auth-Token", "\\S+", "a-token")
                .willRespondWith()
                .status(status)
                .matchHeader("X-Openstack-Request-Id", REQUEST_ID_FORM, REQUEST_ID)
                .matchHeader("Deprecation", "@\\d+", "@1475712000")
                .matchHeader("Sunset", SUNSET_PARTS, "Fri, 31 Dec 2027 00:00:00 GMT")
                .matchHeader("Link", LINK_PARTS, link(status == 400 ? "" : "/" + id));
    }

    private static String link(String id) {
        return "</v2/images" + id
                + ">; rel=\"successor-version\", </deprecation>; rel=\"deprecation\"; type=\"text/html\","
                + " </deprecation>; rel=\"sunset\"; type=\"text/html\"";
    }

    private static V4Pact problem(PactDslResponse answer, int status, String title, String code) {
        return answer.matchHeader("Content-Type", "application/problem\\+json", "application/problem+json")
                .body(new PactDslJsonBody()
                        .stringValue("title", title)
                        .numberValue("status", status)
                        .stringType("detail", "What was wrong, and what to do.")
                        .stringValue("code", code)
                        .stringMatcher("request_id", REQUEST_ID_FORM, REQUEST_ID))
                .toPact(V4Pact.class);
    }

    private static <E extends ImageServiceException> void failsWith(
            Class<E> type, MockServer service, String id, int status, String code) {
        E failure = catchThrowableOfType(type, () -> client(service).deleteImageV11(id));
        assertThat(failure).hasMessageContaining(id).hasMessageContaining(code).hasMessageContaining(REQUEST_ID);
        assertThat(failure.status()).isEqualTo(status);
        assertThat(failure.code()).hasValue(code);
        assertThat(failure.requestId()).hasValue(REQUEST_ID);
        assertThat(failure.problem()).isPresent();
        assertThat(failure.deprecation()).isPresent();
    }

    private static ImageServiceClient client(MockServer service) {
        return ImageServiceClient.builder(URI.create(service.getUrl()))
                .token(() -> "a-token")
                .retries(RetryPolicy.none())
                .build();
    }
}
