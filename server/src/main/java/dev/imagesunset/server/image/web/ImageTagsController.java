package dev.imagesunset.server.image.web;

import dev.imagesunset.server.generated.ImageTagsApi;
import dev.imagesunset.server.image.Images;
import dev.imagesunset.server.request.Exchange;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** Adds and removes tags of images, one at a time. */
@RestController
class ImageTagsController implements ImageTagsApi {
    private final Images images;

    ImageTagsController(Images images) {
        this.images = images;
    }

    @Override
    public ResponseEntity<Void> addImageTag(String imageId, String tag) {
        images.tag(ImageId.parse(imageId), tag, Exchange.current().caller());
        return ResponseEntity.noContent().build();
    }

    @Override
    public ResponseEntity<Void> removeImageTag(String imageId, String tag) {
        images.untag(ImageId.parse(imageId), tag, Exchange.current().caller());
        return ResponseEntity.noContent().build();
    }
}
