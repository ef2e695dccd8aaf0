package dev.imagesunset.server.image.web;

import dev.imagesunset.server.generated.ImagesV11Api;
import dev.imagesunset.server.image.Deletions;
import dev.imagesunset.server.request.Exchange;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The abandoned API v1.1. */
@RestController
class ImagesV11Controller implements ImagesV11Api {
    private final Deletions deletions;
    private final V11Properties properties;

    ImagesV11Controller(Deletions deletions, V11Properties properties) {
        this.deletions = deletions;
        this.properties = properties;
    }

    @Override
    @Deprecated
    public ResponseEntity<Void> deleteImageV11(String imageId) {
        deletions.delete(ImageId.parse(imageId), Exchange.current());
        return properties.success();
    }
}
