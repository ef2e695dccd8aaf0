package com.example;

// docs/client.md: from here
import static dev.imagesunset.client.ImageChange.add;
import static dev.imagesunset.client.ImageChange.replace;

import dev.imagesunset.client.Deletion;
import dev.imagesunset.client.ImageNotFoundException;
import dev.imagesunset.client.ImageQuery;
import dev.imagesunset.client.ImageService;
import dev.imagesunset.client.ImageServiceClient;
import dev.imagesunset.client.PermissionDeniedException;
import dev.imagesunset.client.model.Image;
import dev.imagesunset.client.model.NewImage;
import java.net.URI;
import java.util.List;

class Snippet {
    private final ImageService images = ImageServiceClient.builder(URI.create("http://localhost:8080"))
            .token(() -> System.getenv().getOrDefault("OS_TOKEN", "demo-member"))
            .application("billing/1.4")
            .build();

    void delete(String imageId) {
        try {
            Deletion deletion = images.deleteImage(imageId);
            System.out.println("Deleted, " + deletion.requestId().orElse("without a request id"));
        } catch (ImageNotFoundException e) {
            System.out.println("There is no such image: " + e.getMessage());
        } catch (PermissionDeniedException e) {
            System.out.println("Not ours to delete, or protected: " + e.code().orElse("no reason given"));
        }
    }

    void protectANewOneAndDeleteTheOthers() {
        Image image = images.createImage(
                NewImage.builder().name("nightly").diskFormat("qcow2").build());
        images.updateImage(image.getId(), List.of(replace("protected", true), add("os_distro", "debian")));
        images.listImages(ImageQuery.all().withOwner("demo").withName("nightly").withProtected(false))
                .forEach(old -> images.deleteImage(old.getId()));
    }
}
// docs/client.md: to here
