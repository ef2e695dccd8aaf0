package dev.imagesunset.server.glance;

import static dev.imagesunset.server.glance.RealGlance.imageOf;
import static dev.imagesunset.server.glance.RealGlance.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.ProductionTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** A Glance with {@code enforce_secure_rbac} and {@code enforce_new_defaults}. */
@ProductionTest
// With patience: a Glance that has just started asks Keystone for a token of its own first.
@TestPropertySource(properties = "image-sunset.upstream.answer-timeout=20s")
class StrictGlanceCheck {
    @Autowired
    ImageService service;

    @DynamicPropertySource
    static void standInFront(DynamicPropertyRegistry properties) {
        RealGlance.isBehind(properties, RealGlance.STRICT_GLANCE);
    }

    @Test
    void aReaderIsForbiddenWhatAMemberMay() {
        UUID id = imageOf("member-a");
        service.delete(id, token("reader-a")).isRefusal(403, "delete-not-permitted");
        assertThat(service.delete(id, token("member-a")).status()).isEqualTo(204);
    }
}
