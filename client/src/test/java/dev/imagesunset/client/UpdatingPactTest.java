package dev.imagesunset.client;

import static dev.imagesunset.client.ImageChange.add;
import static dev.imagesunset.client.ImageChange.remove;
import static dev.imagesunset.client.ImageChange.replace;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithoutPath;
import au.com.dius.pact.consumer.dsl.PactDslResponse;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.imagesunset.client.model.Change;
import dev.imagesunset.client.model.Image;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpdatingPactTest extends OperationPact {
    private static final List<Change> CHANGES =
            List.of(replace("protected", true), add("os_version", "13"), remove("os_distro"));
    private static final String PATCH = """
            [{"op":"replace","path":"/protected","value":true},\
            {"op":"add","path":"/os_version","value":"13"},\
            {"op":"remove","path":"/os_distro"}]""";

    @Override
    String doing() {
        return "changing an image";
    }

    @Override
    PactDslRequestWithPath request(PactDslRequestWithoutPath asked) {
        return changing(asked, ID, PATCH);
    }

    @Override
    void call(ImageServiceClient images) {
        images.updateImage(ID, CHANGES);
    }

    @Pact(consumer = CONSUMER)
    V4Pact imageIsChanged(PactBuilder pact) {
        return given(pact, OWN_IMAGE, 200)
                .body(PactImages.image(ID).booleanValue("protected", true).stringValue("os_version", "13"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "imageIsChanged")
    void anImageIsChanged(MockServer service) {
        Image image = client(service).updateImage(ID, CHANGES);
        assertThat(image.getProtected()).isTrue();
        assertThat(image.getAdditionalProperty("os_version")).isEqualTo("13");
    }

    @Pact(consumer = CONSUMER)
    V4Pact impossibleDisk(PactBuilder pact) {
        PactDslResponse answer = given(
                pact,
                OWN_IMAGE,
                "to a disk that cannot be",
                "[{\"op\":\"replace\",\"path\":\"/min_disk\",\"value\":-1}]",
                400);
        return problem(answer, 400, BAD_REQUEST, "image-invalid");
    }

    @Test
    @PactTestFor(pactMethod = "impossibleDisk")
    void aDiskThatCannotBeIsRefused(MockServer service) {
        refuses(InvalidRequestException.class, service, replace("min_disk", -1), 400, "image-invalid");
    }

    @Pact(consumer = CONSUMER)
    V4Pact notPermitted(PactBuilder pact) {
        return problem(given(pact, OTHERS_IMAGE, 403), 403, FORBIDDEN, "change-not-permitted");
    }

    @Test
    @PactTestFor(pactMethod = "notPermitted")
    void anImageOfAnotherProjectIsRefused(MockServer service) {
        failsWith(PermissionDeniedException.class, service, 403, "change-not-permitted");
    }

    @Pact(consumer = CONSUMER)
    V4Pact readOnly(PactBuilder pact) {
        PactDslResponse answer = given(
                pact,
                OWN_IMAGE,
                "to another status",
                "[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"killed\"}]",
                403);
        return problem(answer, 403, FORBIDDEN, "property-read-only");
    }

    @Test
    @PactTestFor(pactMethod = "readOnly")
    void whatTheServiceAloneSetsIsRefused(MockServer service) {
        refuses(PermissionDeniedException.class, service, replace("status", "killed"), 403, "property-read-only");
    }

    @Pact(consumer = CONSUMER)
    V4Pact unknown(PactBuilder pact) {
        PactDslResponse answer = given(pact, NO_IMAGE, UNKNOWN_ID, doing(), to -> changing(to, UNKNOWN_ID, PATCH), 404);
        return problem(answer, 404, NOT_FOUND, "image-not-found");
    }

    @Test
    @PactTestFor(pactMethod = "unknown")
    void anUnknownImageIsNotFound(MockServer service) {
        failsWith(
                ImageNotFoundException.class,
                service,
                images -> images.updateImage(UNKNOWN_ID, CHANGES),
                404,
                "image-not-found");
    }

    @Pact(consumer = CONSUMER)
    V4Pact notThere(PactBuilder pact) {
        PactDslResponse answer = given(
                pact,
                OWN_IMAGE,
                "without a property that it lacks",
                "[{\"op\":\"remove\",\"path\":\"/os_version\"}]",
                409);
        return problem(answer, 409, "The request conflicts with what is there.", "property-not-found");
    }

    @Test
    @PactTestFor(pactMethod = "notThere")
    void removingWhatIsNotThereIsAConflict(MockServer service) {
        refuses(ConflictException.class, service, remove("os_version"), 409, "property-not-found");
    }

    private PactDslResponse given(PactBuilder pact, String state, String how, String patch, int status) {
        return given(pact, state, ID, doing() + " " + how, to -> changing(to, ID, patch), status);
    }

    private void refuses(
            Class<? extends ImageServiceException> type, MockServer service, Change change, int status, String code) {
        failsWith(type, service, images -> images.updateImage(ID, List.of(change)), status, code);
    }

    private static PactDslRequestWithPath changing(PactDslRequestWithoutPath asked, String id, String patch) {
        String type = "application/openstack-images-v2.1-json-patch";
        return asked.method("PATCH").path("/v2/images/" + id).body(patch, type);
    }
}
