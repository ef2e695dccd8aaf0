package com.example;

import dev.imagesunset.client.ImageNotFoundException;
import dev.imagesunset.client.ImageService;

/** Deletes images, whoever they are deleted by. */
public class Cleaner {
    private final ImageService images;

    public Cleaner(ImageService images) {
        this.images = images;
    }

    /** Whether the image was there. */
    public boolean delete(String imageId) {
        try {
            images.deleteImage(imageId);
            return true;
        } catch (ImageNotFoundException e) {
            return false;
        }
    }
}
