package dev.imagesunset.client;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.dsl.PactDslJsonBody;
import au.com.dius.pact.consumer.dsl.PactDslJsonRootValue;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithoutPath;
import au.com.dius.pact.consumer.dsl.PactDslResponse;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.imagesunset.client.model.Image;
import dev.imagesunset.client.model.NewImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class CreatingPactTest extends OperationPact {
    private static final String NEW_ID = "5c3d1d01-b48a-4639-8a88-08be3b9b5d78";
    private static final String UUID_FORM = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    @Override
    String doing() {
        return "creating an image";
    }

    @Override
    PactDslRequestWithPath request(PactDslRequestWithoutPath asked) {
        return creating(asked, underAnyId());
    }

    @Override
    void call(ImageServiceClient images) {
        images.createImage(wanted().build());
    }

    @Pact(consumer = CONSUMER)
    V4Pact imageIsCreated(PactBuilder pact) {
        String path = "/v2/images/" + NEW_ID;
        return given(pact, NO_IMAGE, NEW_ID, doing(), this::request, 201)
                .matchHeader("Location", "(https?://[^/]+)?" + path, path)
                .body(PactImages.image(NEW_ID).stringValue("name", "my-image").stringValue("os_distro", "debian"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "imageIsCreated")
    void anImageIsCreatedWithItsCustomProperties(MockServer service) {
        Image image = client(service).createImage(wanted().build());
        assertThat(image.getId()).hasToString(NEW_ID);
        assertThat(image.getName()).isEqualTo("my-image");
        assertThat(image.getAdditionalProperty("os_distro")).isEqualTo("debian");
    }

    @Pact(consumer = CONSUMER)
    V4Pact impossibleDisk(PactBuilder pact) {
        return refused(
                        pact,
                        GOOD_TOKEN,
                        "with a disk that cannot be",
                        underAnyId().numberValue("min_disk", -1),
                        400)
                .with(BAD_REQUEST, "image-invalid");
    }

    @Test
    @PactTestFor(pactMethod = "impossibleDisk")
    void aDiskThatCannotBeIsRefused(MockServer service) {
        refuses(InvalidRequestException.class, service, wanted().minDisk(-1), 400, "image-invalid");
    }

    @Pact(consumer = CONSUMER)
    V4Pact forAnotherProject(PactBuilder pact) {
        return refused(pact, GOOD_TOKEN, "for another project", underAnyId().stringValue("owner", "other"), 403)
                .with(FORBIDDEN, "change-not-permitted");
    }

    @Test
    @PactTestFor(pactMethod = "forAnotherProject")
    void anImageForAnotherProjectIsRefused(MockServer service) {
        refuses(PermissionDeniedException.class, service, wanted().owner("other"), 403, "change-not-permitted");
    }

    @Pact(consumer = CONSUMER)
    V4Pact forEverybody(PactBuilder pact) {
        return refused(pact, GOOD_TOKEN, "for everybody", underAnyId().stringValue("visibility", "public"), 403)
                .with(FORBIDDEN, "publishing-not-permitted");
    }

    @Test
    @PactTestFor(pactMethod = "forEverybody")
    void anImageForEverybodyIsRefused(MockServer service) {
        NewImage.Builder image = wanted().visibility(NewImage.VisibilityEnum.PUBLIC);
        refuses(PermissionDeniedException.class, service, image, 403, "publishing-not-permitted");
    }

    @Pact(consumer = CONSUMER)
    V4Pact takenId(PactBuilder pact) {
        return refused(pact, OWN_IMAGE, "under its id", rest(new PactDslJsonBody().stringValue("id", ID)), 409)
                .with("The request conflicts with what is there.", "image-exists");
    }

    @Test
    @PactTestFor(pactMethod = "takenId")
    void anIdThatIsTakenIsAConflict(MockServer service) {
        refuses(ConflictException.class, service, wanted().id(ID), 409, "image-exists");
    }

    private Refused refused(PactBuilder pact, String state, String how, PactDslJsonBody image, int status) {
        String doing = doing() + " " + how;
        PactDslResponse answer = given(pact, state, ID, doing, to -> creating(to, image), status);
        return (title, code) -> problem(answer, status, title, code);
    }

    private void refuses(
            Class<? extends ImageServiceException> type,
            MockServer service,
            NewImage.Builder image,
            int status,
            String code) {
        failsWith(type, service, images -> images.createImage(image.build()), status, code);
    }

    private static PactDslRequestWithPath creating(PactDslRequestWithoutPath asked, PactDslJsonBody image) {
        return asked.method("POST")
                .path("/v2/images")
                .headers("Content-Type", "application/json")
                .body(image);
    }

    private static NewImage.Builder wanted() {
        return NewImage.builder()
                .name("my-image")
                .diskFormat("qcow2")
                .containerFormat("bare")
                .tags(List.of("nightly"))
                .putAdditionalProperty("os_distro", "debian");
    }

    private static PactDslJsonBody underAnyId() {
        return rest(new PactDslJsonBody().stringMatcher("id", UUID_FORM, NEW_ID));
    }

    private static PactDslJsonBody rest(PactDslJsonBody image) {
        image.stringType("name", "my-image")
                .stringType("disk_format", "qcow2")
                .stringType("container_format", "bare")
                .stringType("os_distro", "debian")
                .eachLike("tags", PactDslJsonRootValue.stringType("nightly"));
        return image;
    }

    private interface Refused {
        V4Pact with(String title, String code);
    }
}
