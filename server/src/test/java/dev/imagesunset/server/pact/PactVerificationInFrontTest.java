package dev.imagesunset.server.pact;

import au.com.dius.pact.provider.junitsupport.State;
import au.com.dius.pact.provider.junitsupport.loader.PactFilter;
import dev.imagesunset.server.upstream.GlanceStandIn;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The server in front of an image service. */
@PactFilter(".*in front of an image service")
class PactVerificationInFrontTest extends PactVerification {
    private static final GlanceStandIn GLANCE = new GlanceStandIn();

    @DynamicPropertySource
    static void standInFront(DynamicPropertyRegistry properties) {
        properties.add("image-sunset.upstream.url", GLANCE::url);
    }

    @AfterAll
    static void close() {
        GLANCE.close();
    }

    @State("an image that is in use, behind a server in front of an image service")
    void anImageInUse(Map<String, Object> image) {
        GLANCE.keeps(UUID.fromString(String.valueOf(image.get("id"))));
    }

    @Override
    Runnable stopDatabase() {
        throw new AssertionError("No conflict needs this");
    }
}
