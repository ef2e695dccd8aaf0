package dev.imagesunset.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.dsl.PactDslJsonBody;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithoutPath;
import au.com.dius.pact.consumer.dsl.PactDslResponse;
import au.com.dius.pact.consumer.junit5.PactConsumerTestExt;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import java.net.URI;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What this client expects of one operation, and what it expects of each: the service's tests verify the pact that is
 * written here.
 */
@ExtendWith(PactConsumerTestExt.class)
@PactTestFor(providerName = "image-service", pactVersion = PactSpecVersion.V4)
abstract class OperationPact {
    static final String CONSUMER = "image-service-client";
    static final String ID = ServedImages.ID;
    static final String UNKNOWN_ID = "00000000-0000-4000-8000-000000000000";
    static final String REQUEST_ID = FakeService.REQUEST_ID;

    static final String BAD_REQUEST = "Request error.";
    static final String FORBIDDEN = "You do not have the rights to perform the operation.";
    static final String CONFLICT = "The request conflicts with what is there.";
    static final String NOT_FOUND = "The requested resource was not found.";

    static final String GOOD_TOKEN = "a caller with a good token";
    static final String OWN_IMAGE = "an image of the caller's project";
    static final String OTHERS_IMAGE = "an image of another project that everybody sees";
    static final String NO_IMAGE = "no such image";

    static final String REQUEST_ID_FORM = "req-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    /** What the caller does, like "showing an image"; no two operations do the same. */
    abstract String doing();

    /** A good request for the operation; about the image {@link #ID} if it is about one. */
    abstract PactDslRequestWithPath request(PactDslRequestWithoutPath asked);

    /** The call that makes the request. */
    abstract void call(ImageServiceClient images);

    @Pact(consumer = CONSUMER)
    V4Pact badToken(PactBuilder pact) {
        PactDslResponse answer = given(pact, "a caller whose token is not good", 401)
                .matchHeader("WWW-Authenticate", "Keystone( uri=\"[^\"]+\")?", "Keystone");
        return problem(answer, 401, "Authentication failed.", "token-invalid");
    }

    @Test
    @PactTestFor(pactMethod = "badToken")
    void aTokenThatIsNotGoodIsRefused(MockServer service) {
        failsWith(AuthenticationFailedException.class, service, 401, "token-invalid");
    }

    @Pact(consumer = CONSUMER)
    V4Pact fault(PactBuilder pact) {
        return problem(given(pact, "a service with a fault", 500), 500, "Internal service error.", "internal-error");
    }

    @Test
    @PactTestFor(pactMethod = "fault")
    void aFaultOfTheServiceIsAFailure(MockServer service) {
        failsWith(ServiceFailureException.class, service, 500, "internal-error");
    }

    @Pact(consumer = CONSUMER)
    V4Pact unavailable(PactBuilder pact) {
        PactDslResponse answer =
                given(pact, "a catalogue that does not answer", 503).matchHeader("Retry-After", "[1-9]\\d*", "2");
        return problem(answer, 503, "The service is unavailable.", "catalogue-unavailable");
    }

    @Test
    @PactTestFor(pactMethod = "unavailable")
    void aServiceWithoutItsCatalogueIsUnavailable(MockServer service) {
        failsWith(ServiceUnavailableException.class, service, 503, "catalogue-unavailable");
    }

    final PactDslResponse given(PactBuilder pact, String state, int status) {
        return given(pact, state, ID, doing(), this::request, status);
    }

    final PactDslResponse given(PactBuilder pact, String state, String id, String doing, Request request, int status) {
        PactDslRequestWithoutPath asked =
                pact.usingLegacyDsl().given(state, Map.of("id", id)).uponReceiving(doing + ", given " + state);
        return answer(request.of(asked), status);
    }

    /** What every answer has. */
    PactDslResponse answer(PactDslRequestWithPath request, int status) {
        return request.matchHeader("X-Auth-Token", "\\S+", "a-token")
                .willRespondWith()
                .status(status)
                .matchHeader("X-Openstack-Request-Id", REQUEST_ID_FORM, REQUEST_ID);
    }

    static V4Pact problem(PactDslResponse answer, int status, String title, String code) {
        return problem(answer, problem(status, title, code));
    }

    static V4Pact problem(PactDslResponse answer, PactDslJsonBody problem) {
        return answer.matchHeader("Content-Type", "application/problem\\+json", "application/problem+json")
                .body(problem)
                .toPact(V4Pact.class);
    }

    static PactDslJsonBody problem(int status, String title, String code) {
        return new PactDslJsonBody()
                .stringValue("title", title)
                .numberValue("status", status)
                .stringType("detail", "What was wrong, and what to do.")
                .stringValue("code", code)
                .stringMatcher("request_id", REQUEST_ID_FORM, REQUEST_ID);
    }

    final void failsWith(Class<? extends ImageServiceException> type, MockServer service, int status, String code) {
        failsWith(type, service, this::call, status, code);
    }

    ImageServiceException failsWith(
            Class<? extends ImageServiceException> type,
            MockServer service,
            Consumer<ImageServiceClient> call,
            int status,
            String code) {
        ImageServiceException failure = catchThrowableOfType(type, () -> call.accept(client(service)));
        assertThat(failure).hasMessageContaining(code).hasMessageContaining(REQUEST_ID);
        assertThat(failure.status()).isEqualTo(status);
        assertThat(failure.code()).hasValue(code);
        assertThat(failure.requestId()).hasValue(REQUEST_ID);
        assertThat(failure.problem()).isPresent();
        return failure;
    }

    static ImageServiceClient client(MockServer service) {
        return ImageServiceClient.builder(URI.create(service.getUrl()))
                .token(() -> "a-token")
                .retries(RetryPolicy.none())
                .build();
    }

    /** A request, as far as it is more than a state and a token. */
    interface Request {
        PactDslRequestWithPath of(PactDslRequestWithoutPath asked);
    }
}
