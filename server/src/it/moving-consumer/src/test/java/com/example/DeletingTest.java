package com.example;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.imagesunset.client.ImageNotFoundException;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** The consumer's own test, against the server at the system property {@code service}, with images that it is given. */
class DeletingTest {
    private static final URI SERVICE = URI.create(System.getProperty("service"));
    private static final String TOKEN = System.getProperty("token");

    @Test
    void theClientDeletesAnImageOnce() {
        ThroughTheClient images = new ThroughTheClient(SERVICE, TOKEN);
        String image = System.getProperty("image.of.the.client");
        assertDoesNotThrow(() -> images.delete(image));
        assertThrows(ImageNotFoundException.class, () -> images.delete(image));
    }

    @Test
    void aRequestByHandDeletesAnImageOnce() throws Exception {
        ByHand images = new ByHand(SERVICE, TOKEN);
        String image = System.getProperty("image.by.hand");
        assertTrue(images.delete(image));
        assertFalse(images.delete(image));
    }
}
