package dev.imagesunset.server.image.web;

import dev.imagesunset.server.generated.ImagesV11Api;
import dev.imagesunset.server.image.ImageBackend;
import dev.imagesunset.server.request.Exchange;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** Serves the abandoned API, v1.1. */
@RestController
class ImagesV11Controller implements ImagesV11Api {
    private final ImageBackend backend;
    private final V11Properties properties;

    ImagesV11Controller(ImageBackend backend, V11Properties properties) {
        this.backend = backend;
        this.properties = properties;
    }

    @Override
    @Deprecated
    public ResponseEntity<Void> deleteImageV11(String imageId) {
        backend.delete(ImageId.parse(imageId), Exchange.current());
        return properties.success();
    }
}
