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
import dev.imagesunset.client.model.Image;
import org.junit.jupiter.api.Test;

class ShowingPactTest extends OperationPact {
    private static final String OTHERS_SECRET = "an image of another project that nobody else sees";

    @Override
    String doing() {
        return "showing an image";
    }

    @Override
    PactDslRequestWithPath request(PactDslRequestWithoutPath asked) {
        return showing(ID, asked);
    }

    @Override
    void call(ImageServiceClient images) {
        images.showImage(ID);
    }

    @Pact(consumer = CONSUMER)
    V4Pact imageIsShown(PactBuilder pact) {
        return given(pact, OWN_IMAGE, 200)
                .body(PactImages.image(ID).stringType("name", "of a test").stringType("os_distro", "debian"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "imageIsShown")
    void anImageIsShownWithItsCustomProperties(MockServer service) {
        Image image = client(service).showImage(ID);
        assertThat(image.getId()).hasToString(ID);
        assertThat(image.getName()).isEqualTo("of a test");
        assertThat(image.getStatus()).isEqualTo(Image.StatusEnum.ACTIVE);
        assertThat(image.getTags()).containsExactly("nightly");
        assertThat(image.getAdditionalProperty("os_distro")).isEqualTo("debian");
    }

    @Pact(consumer = CONSUMER)
    V4Pact malformedId(PactBuilder pact) {
        String doing = "showing an image by a malformed id";
        PactDslResponse answer = given(pact, GOOD_TOKEN, ID, doing, to -> showing("not-a-uuid", to), 400);
        return problem(answer, 400, BAD_REQUEST, "image-id-malformed");
    }

    @Test
    @PactTestFor(pactMethod = "malformedId")
    void aMalformedIdIsRefused(MockServer service) {
        failsWith(
                InvalidRequestException.class,
                service,
                images -> images.showImage("not-a-uuid"),
                400,
                "image-id-malformed");
    }

    @Pact(consumer = CONSUMER)
    V4Pact unknown(PactBuilder pact) {
        PactDslResponse answer = given(pact, NO_IMAGE, UNKNOWN_ID, doing(), to -> showing(UNKNOWN_ID, to), 404);
        return problem(answer, 404, NOT_FOUND, "image-not-found");
    }

    @Test
    @PactTestFor(pactMethod = "unknown")
    void anUnknownImageIsNotFound(MockServer service) {
        failsWith(
                ImageNotFoundException.class, service, images -> images.showImage(UNKNOWN_ID), 404, "image-not-found");
    }

    @Pact(consumer = CONSUMER)
    V4Pact invisible(PactBuilder pact) {
        return problem(given(pact, OTHERS_SECRET, 404), 404, NOT_FOUND, "image-not-found");
    }

    @Test
    @PactTestFor(pactMethod = "invisible")
    void anImageThatIsNotVisibleIsNotFound(MockServer service) {
        failsWith(ImageNotFoundException.class, service, 404, "image-not-found");
    }

    private static PactDslRequestWithPath showing(String id, PactDslRequestWithoutPath asked) {
        return asked.method("GET").path("/v2/images/" + id);
    }
}
