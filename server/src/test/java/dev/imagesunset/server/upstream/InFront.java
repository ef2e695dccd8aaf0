package dev.imagesunset.server.upstream;

import static org.awaitility.Awaitility.await;

import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.access.KeystoneStandIn;
import java.time.Duration;
import java.util.UUID;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A server in front of a Glance, with a Keystone that both ask. */
final class InFront {
    static final String TOKEN = "gAAAAABh-of-a-member";
    static final String ADMIN = "gAAAAABh-of-an-admin";

    /** One for all tests: it ends with them. */
    static final KeystoneStandIn KEYSTONE = new KeystoneStandIn();

    private InFront() {}

    static void of(DynamicPropertyRegistry properties, String... urls) {
        KEYSTONE.issue(TOKEN, KeystoneStandIn.IN_PROJECT, "member", "reader");
        KEYSTONE.issue(ADMIN, KeystoneStandIn.IN_PROJECT, "admin");
        properties.add("image-sunset.identity.urls", KEYSTONE::url);
        // This is not about how fast a stand-in is.
        properties.add("image-sunset.identity.answer-timeout", () -> "20s");
        properties.add("image-sunset.upstream.url", () -> String.join(",", urls));
    }

    /** For tests that are not about time. */
    static void patientlyOf(DynamicPropertyRegistry properties, String... urls) {
        of(properties, urls);
        properties.add("image-sunset.upstream.answer-timeout", () -> "20s");
    }

    /** Waits until the server asks the image service again, whatever a test before did to that. */
    static void isAsked(ImageService service) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> service.delete(UUID.randomUUID(), TOKEN).status() == 404);
    }
}
