package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.imagesunset.client.ImageService;
import dev.imagesunset.client.ImageServiceClient;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** Against a running server. */
class DeletingTest {
    @Test
    void theClientDeletesAnImageOnce() {
        assertEquals("com.example", Cleaner.class.getModule().getName());
        assertEquals("dev.imagesunset.client", ImageService.class.getModule().getName());
        assertFalse(ImageService.class.getModule().getDescriptor().isAutomatic());
        try (ImageService images = ImageServiceClient.builder(URI.create(System.getProperty("service")))
                .token(System.getProperty("token"))
                .application("module-path/1")
                .build()) {
            Cleaner cleaner = new Cleaner(images);
            assertTrue(cleaner.delete(System.getProperty("image.module-path")));
            assertFalse(cleaner.delete(System.getProperty("image.module-path")));
        }
    }
}
