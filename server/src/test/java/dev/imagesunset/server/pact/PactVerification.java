package dev.imagesunset.server.pact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import au.com.dius.pact.provider.IHttpClientFactory;
import au.com.dius.pact.provider.junit5.HttpTestTarget;
import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junit5.PactVerificationInvocationContextProvider;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.State;
import au.com.dius.pact.provider.junitsupport.loader.PactFolder;
import dev.imagesunset.server.Catalogue;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.MovableClock;
import dev.imagesunset.server.ServerTest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.HttpRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** Holds the server to what its clients expect of it: over HTTP, with real tokens, rows and failures. */
@ServerTest
@Import(MovableClock.class)
@TestPropertySource(
        properties = {
            "image-sunset.v1-1.brownouts[0].start=2027-12-01T10:00:00Z",
            "image-sunset.v1-1.brownouts[0].duration=1h"
        })
@Provider("image-service")
@PactFolder("${pact.folder}")
abstract class PactVerification {
    private static final String BREAK = "ALTER TABLE images RENAME COLUMN owner TO owner_once";
    private static final String MEND = "ALTER TABLE images RENAME COLUMN owner_once TO owner";

    @Autowired
    Catalogue catalogue;

    @Autowired
    ImageService service;

    @Autowired
    MovableClock clock;

    private String token = "demo-member";
    private Runnable mend = () -> {};

    /** Once: the answer 503 is what is asked for, and no reason to try again. */
    @BeforeEach
    void callTheServer(PactVerificationContext context) {
        IHttpClientFactory once =
                provider -> HttpClients.custom().disableAutomaticRetries().build();
        context.setTarget(new HttpTestTarget("localhost", service.port(), "/", () -> once));
    }

    @TestTemplate
    @ExtendWith(PactVerificationInvocationContextProvider.class)
    void theServerKeepsThePact(PactVerificationContext context, HttpRequest request) {
        request.setHeader("X-Auth-Token", token);
        context.verifyInteraction();
    }

    @AfterEach
    void mendWhatAStateBroke() {
        mend.run();
    }

    /** Makes the database go away, and returns what makes it come back. */
    abstract Runnable stopDatabase();

    @State("a caller with a good token")
    void aGoodToken() {}

    @State("no such image")
    void noSuchImage(Map<String, Object> image) {
        assertThat(catalogue.has(id(image))).as("an id that was never used").isFalse();
    }

    @State({"an image of the caller's project", "an image of the caller's project, on a server that answers with 200"})
    void anImageOfTheCallers(Map<String, Object> image) {
        replace(image, "demo", "private", false);
    }

    @State("a protected image of the caller's project")
    void aProtectedImage(Map<String, Object> image) {
        replace(image, "demo", "private", true);
    }

    @State("an image of another project that everybody sees")
    void anotherProjectsPublicImage(Map<String, Object> image) {
        replace(image, "other", "public", false);
    }

    @State("an image of another project that nobody else sees")
    void anotherProjectsPrivateImage(Map<String, Object> image) {
        replace(image, "other", "private", false);
    }

    @State("two private images of the caller's project, of one name")
    void twoImages(Map<String, Object> images) {
        for (Object id : (List<?>) Objects.requireNonNull(images.get("ids"))) {
            catalogue.image(UUID.fromString(id.toString()), "demo", "private", false);
            catalogue.execute("UPDATE images SET name = '%s' WHERE id = '%s'".formatted(images.get("name"), id));
        }
    }

    @State("an image of the caller's project that is deleted already")
    void aDeletedImage(Map<String, Object> image) {
        replace(image, "demo", "private", false);
        service.delete(id(image), "demo-member");
    }

    @State("a caller whose token is not good")
    void aBadToken(Map<String, Object> image) {
        replace(image, "demo", "private", false);
        token = "not-a-good-token";
    }

    @State("a server in a brownout")
    void inABrownout(Map<String, Object> image) {
        replace(image, "demo", "private", false);
        moveClockTo("2027-12-01T10:30:00Z");
    }

    @State("a server after the sunset")
    void afterTheSunset(Map<String, Object> image) {
        replace(image, "demo", "private", false);
        moveClockTo("2027-12-31T00:00:00Z");
    }

    @State("a service with a fault")
    void aFault(Map<String, Object> image) {
        replace(image, "demo", "private", false);
        catalogue.execute(BREAK);
        mend = () -> catalogue.execute(MEND);
    }

    @State("a catalogue that does not answer")
    void noDatabase(Map<String, Object> image) {
        replace(image, "demo", "private", false);
        Runnable start = stopDatabase();
        mend = () -> {
            start.run();
            await().until(() -> service.delete(id(image), "demo-member").status() < 500);
        };
    }

    private void moveClockTo(String instant) {
        clock.moveTo(instant);
        mend = clock::showRealTime;
    }

    private void replace(Map<String, Object> image, String owner, String visibility, boolean isProtected) {
        catalogue.image(id(image), owner, visibility, isProtected);
    }

    private static UUID id(Map<String, Object> image) {
        return UUID.fromString(String.valueOf(image.get("id")));
    }
}
