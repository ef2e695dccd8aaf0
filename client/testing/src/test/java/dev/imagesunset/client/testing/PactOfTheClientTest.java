package dev.imagesunset.client.testing;

import au.com.dius.pact.provider.IHttpClientFactory;
import au.com.dius.pact.provider.junit5.HttpTestTarget;
import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junit5.PactVerificationInvocationContextProvider;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.State;
import au.com.dius.pact.provider.junitsupport.loader.PactFolder;
import dev.imagesunset.client.model.Image;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/** Holds the stub to the pact that the server is held to, so that a test with the stub means something. */
@Provider("image-service")
@PactFolder("${pact.folder}")
class PactOfTheClientTest {
    private final ImageServiceStub stub = ImageServiceStub.start();

    /** Once: the answer 503 is what is asked for, and no reason to try again. */
    @BeforeEach
    void callTheStub(PactVerificationContext context) {
        IHttpClientFactory once =
                provider -> HttpClients.custom().disableAutomaticRetries().build();
        context.setTarget(new HttpTestTarget("localhost", stub.endpoint().getPort(), "/", () -> once));
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    @TestTemplate
    @ExtendWith(PactVerificationInvocationContextProvider.class)
    void theStubKeepsThePact(PactVerificationContext context) {
        context.verifyInteraction();
    }

    @State({"a caller with a good token", "no such image", "a project that nobody else calls for"})
    void nothing() {}

    @State("an image of the caller's project")
    void anImageOfTheCallers(Map<String, Object> image) {
        stub.add(image(image).build());
    }

    @State("an image of the caller's project, on a server that answers with 200")
    void aServerThatAnswersWith200(Map<String, Object> image) {
        anImageOfTheCallers(image);
        stub.answerDeletesOfV11With200();
    }

    @State("a protected image of the caller's project")
    void aProtectedImage(Map<String, Object> image) {
        stub.add(image(image)._protected(true).build());
    }

    @State("an image of another project that everybody sees")
    void anotherProjectsPublicImage(Map<String, Object> image) {
        stub.add(image(image)
                .owner("other")
                .visibility(Image.VisibilityEnum.PUBLIC)
                .build());
    }

    @State("an image of another project that nobody else sees")
    void anotherProjectsPrivateImage(Map<String, Object> image) {
        stub.add(image(image).owner("other").build());
    }

    @State("two private images of the caller's project, of one name")
    void twoImages(Map<String, Object> images) {
        for (Object id : (List<?>) Objects.requireNonNull(images.get("ids"))) {
            stub.add(image(Map.of("id", id))
                    .visibility(Image.VisibilityEnum.PRIVATE)
                    .name(String.valueOf(images.get("name")))
                    .build());
        }
    }

    @State("an image of the caller's project that is deleted already")
    void aDeletedImage(Map<String, Object> image) {
        anImageOfTheCallers(image);
        stub.clientBuilder().build().deleteImage(String.valueOf(image.get("id")));
    }

    @State("an image that is in use, behind a server in front of an image service")
    void anImageInUse(Map<String, Object> image) {
        anImageOfTheCallers(image);
        stub.use(UUID.fromString(String.valueOf(image.get("id"))));
    }

    @State("a caller whose token is not good")
    void aBadToken(Map<String, Object> image) {
        anImageOfTheCallers(image);
        stub.acceptOnly("another");
    }

    @State("a server in a brownout")
    void inABrownout(Map<String, Object> image) {
        anImageOfTheCallers(image);
        stub.brownout(Instant.parse("2027-12-01T10:00:00Z"), Instant.parse("2027-12-01T11:00:00Z"))
                .at(Instant.parse("2027-12-01T10:30:00Z"));
    }

    @State("a server that is closed to newcomers")
    void closedToNewcomers(Map<String, Object> image) {
        anImageOfTheCallers(image);
        stub.closedToNewcomers();
    }

    @State("a caller whose token is for no project")
    void ofNoProject() {
        stub.tokensOfNoProject();
    }

    @State("a server after the sunset")
    void afterTheSunset(Map<String, Object> image) {
        anImageOfTheCallers(image);
        stub.at(LocalDate.parse("2027-12-31"));
    }

    @State("a service with a fault")
    void aFault(Map<String, Object> image) {
        anImageOfTheCallers(image);
        stub.faulty();
    }

    @State("a catalogue that does not answer")
    void unavailable(Map<String, Object> image) {
        anImageOfTheCallers(image);
        stub.unavailable();
    }

    private static Image.Builder image(Map<String, Object> state) {
        return Image.builder()
                .id(UUID.fromString(String.valueOf(state.get("id"))))
                .name("of a test")
                .tags(List.of("nightly"))
                .putAdditionalProperty("os_distro", "debian");
    }
}
