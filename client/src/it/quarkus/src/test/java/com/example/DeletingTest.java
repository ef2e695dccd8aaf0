package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.imagesunset.client.Deletion;
import dev.imagesunset.client.ImageNotFoundException;
import dev.imagesunset.client.ImageService;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Against a running server, beside the Jackson of Quarkus. */
@QuarkusTest
class DeletingTest {
    @Inject
    ImageService images;

    @Inject
    ObjectMapper json;

    @Test
    void theClientDeletesAnImageOnce() {
        String image = System.getProperty("image.quarkus");
        assertNotNull(json.version());
        assertEquals(Deletion.Certainty.CONFIRMED, images.deleteImage(image).certainty());
        assertThrows(ImageNotFoundException.class, () -> images.deleteImage(image));
    }
}
