package com.example;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.imagesunset.client.ImageService;
import dev.imagesunset.client.ImageServiceClient;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** Against a running server. */
class DeletingTest {
    @Test
    void theClientDeletesAnImageOnce() {
        try (ImageService images = ImageServiceClient.builder(URI.create(System.getProperty("service")))
                .token(System.getProperty("token"))
                .application("plain/1")
                .build()) {
            Cleaner cleaner = new Cleaner(images);
            assertTrue(cleaner.delete(System.getProperty("image.plain")));
            assertFalse(cleaner.delete(System.getProperty("image.plain")));
        }
    }

    @Test
    void noJacksonCameWithTheClient() {
        assertThrows(ClassNotFoundException.class, () -> Class.forName("tools.jackson.databind.ObjectMapper"));
        assertThrows(
                ClassNotFoundException.class, () -> Class.forName("com.fasterxml.jackson.annotation.JsonProperty"));
    }
}
