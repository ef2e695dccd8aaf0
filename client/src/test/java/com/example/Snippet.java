package com.example;

// README: from here
import dev.imagesunset.client.Deletion;
import dev.imagesunset.client.ImageNotFoundException;
import dev.imagesunset.client.ImageServiceClient;
import dev.imagesunset.client.PermissionDeniedException;
import java.net.URI;

class Snippet {
    private final ImageServiceClient images = ImageServiceClient.builder(URI.create("http://localhost:8080"))
            .token(() -> System.getenv().getOrDefault("OS_TOKEN", "demo-member"))
            .build();

    @SuppressWarnings("deprecation") // until we have moved to DELETE /v2/images/{image_id}
    void delete(String imageId) {
        try {
            Deletion deletion = images.deleteImageV11(imageId);
            System.out.println("Deleted, " + deletion.requestId().orElse("without a request id"));
        } catch (ImageNotFoundException e) {
            System.out.println("There is no such image: " + e.getMessage());
        } catch (PermissionDeniedException e) {
            System.out.println("Not ours to delete, or protected: " + e.code().orElse("no reason given"));
        }
    }
}
// README: to here
