package dev.imagesunset.client;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithoutPath;
import au.com.dius.pact.consumer.dsl.PactDslResponse;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import org.junit.jupiter.api.Test;

/** What both versions of the delete have in common, which is nearly everything. */
abstract class DeletingPact extends OperationPact {
    private static final String DELETED_IMAGE = "an image of the caller's project that is deleted already";
    private static final String PROTECTED_IMAGE = "a protected image of the caller's project";
    private static final String IMAGE_IN_USE = "an image that is in use, behind a server in front of an image service";

    /** The path of all images. */
    abstract String images();

    abstract Deletion delete(ImageServiceClient images, String id);

    @Override
    PactDslRequestWithPath request(PactDslRequestWithoutPath asked) {
        return deleting(ID, asked);
    }

    @Override
    void call(ImageServiceClient images) {
        delete(images, ID);
    }

    @Pact(consumer = CONSUMER)
    V4Pact imageIsDeleted(PactBuilder pact) {
        return given(pact, OWN_IMAGE, 204).toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "imageIsDeleted")
    void anImageIsDeleted(MockServer service) {
        Deletion deletion = delete(client(service), ID);
        assertThat(deletion.certainty()).isEqualTo(Deletion.Certainty.CONFIRMED);
        assertThat(deletion.requestId()).hasValue(REQUEST_ID);
    }

    @Pact(consumer = CONSUMER)
    V4Pact malformedId(PactBuilder pact) {
        String id = "not-a-uuid";
        PactDslResponse answer =
                given(pact, GOOD_TOKEN, ID, doing() + " by a malformed id", to -> deleting(id, to), 400);
        return problem(answer, 400, BAD_REQUEST, "image-id-malformed");
    }

    @Test
    @PactTestFor(pactMethod = "malformedId")
    void aMalformedIdIsRefused(MockServer service) {
        failsWith(
                InvalidRequestException.class,
                service,
                images -> delete(images, "not-a-uuid"),
                400,
                "image-id-malformed");
    }

    @Pact(consumer = CONSUMER)
    V4Pact notPermitted(PactBuilder pact) {
        return problem(given(pact, OTHERS_IMAGE, 403), 403, FORBIDDEN, "delete-not-permitted");
    }

    @Test
    @PactTestFor(pactMethod = "notPermitted")
    void anImageOfAnotherProjectIsRefused(MockServer service) {
        failsWith(PermissionDeniedException.class, service, 403, "delete-not-permitted");
    }

    @Pact(consumer = CONSUMER)
    V4Pact isProtected(PactBuilder pact) {
        return problem(given(pact, PROTECTED_IMAGE, 403), 403, FORBIDDEN, "image-protected");
    }

    @Test
    @PactTestFor(pactMethod = "isProtected")
    void aProtectedImageIsRefused(MockServer service) {
        failsWith(PermissionDeniedException.class, service, 403, "image-protected");
    }

    @Pact(consumer = CONSUMER)
    V4Pact inUse(PactBuilder pact) {
        return problem(given(pact, IMAGE_IN_USE, 409), 409, CONFLICT, "image-in-use");
    }

    @Test
    @PactTestFor(pactMethod = "inUse")
    void anImageThatIsInUseIsAConflict(MockServer service) {
        failsWith(ConflictException.class, service, 409, "image-in-use");
    }

    @Pact(consumer = CONSUMER)
    V4Pact unknown(PactBuilder pact) {
        PactDslResponse answer = given(pact, NO_IMAGE, UNKNOWN_ID, doing(), to -> deleting(UNKNOWN_ID, to), 404);
        return problem(answer, 404, NOT_FOUND, "image-not-found");
    }

    @Test
    @PactTestFor(pactMethod = "unknown")
    void anUnknownImageIsNotFound(MockServer service) {
        failsWith(ImageNotFoundException.class, service, images -> delete(images, UNKNOWN_ID), 404, "image-not-found");
    }

    @Pact(consumer = CONSUMER)
    V4Pact deletedBefore(PactBuilder pact) {
        return problem(given(pact, DELETED_IMAGE, 404), 404, NOT_FOUND, "image-not-found");
    }

    @Test
    @PactTestFor(pactMethod = "deletedBefore")
    void anImageThatIsDeletedAlreadyIsNotFound(MockServer service) {
        failsWith(ImageNotFoundException.class, service, 404, "image-not-found");
    }

    private PactDslRequestWithPath deleting(String id, PactDslRequestWithoutPath asked) {
        return asked.method("DELETE").path(images() + id);
    }
}
