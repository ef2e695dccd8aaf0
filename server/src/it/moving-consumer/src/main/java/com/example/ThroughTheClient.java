package com.example;

import dev.imagesunset.client.ImageServiceClient;
import java.net.URI;

/** Deletes images as the client's users did until now. */
class ThroughTheClient {
    private final ImageServiceClient images;

    ThroughTheClient(URI service, String token) {
        images = ImageServiceClient.builder(service).token(() -> token).build();
    }

    void delete(String imageId) {
        images.deleteImageV11(imageId);
    }
}
