package dev.imagesunset.server.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagesunset.server.Answer;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@ServerTest
@TestPropertySource(properties = "image-sunset.quota.images-per-project=2")
class ImageQuotaTest {
    @Autowired
    ImageService service;

    @Test
    void aProjectOwnsAsManyImagesAsItMayAndDeletedOnesDoNotCount() {
        String first = created("one").json().get("id").asString();
        assertThat(created("one").status()).isEqualTo(201);
        created("one").isRefusal(403, "quota-exceeded");
        assertThat(created("other").status()).isEqualTo(201);
        service.delete(first, "demo-admin");
        assertThat(created("one").status()).isEqualTo(201);
    }

    private Answer created(String project) {
        return service.call("POST", "/v2/images", "demo-admin", "{\"owner\": \"project-%s\"}".formatted(project));
    }
}
