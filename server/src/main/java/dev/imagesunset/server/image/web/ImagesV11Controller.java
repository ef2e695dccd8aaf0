package dev.imagesunset.server.image.web;

import dev.imagesunset.server.access.Caller;
import dev.imagesunset.server.generated.ImagesV11Api;
import dev.imagesunset.server.image.ApiVersion;
import dev.imagesunset.server.image.Deletions;
import dev.imagesunset.server.request.RequestId;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The abandoned API v1.1. */
@RestController
class ImagesV11Controller implements ImagesV11Api {
    private final Deletions deletions;
    private final V11Properties properties;
    private final HttpServletRequest request;

    ImagesV11Controller(Deletions deletions, V11Properties properties, HttpServletRequest request) {
        this.deletions = deletions;
        this.properties = properties;
        this.request = request;
    }

    @Override
    @Deprecated
    public ResponseEntity<Void> deleteImageV11(String imageId) {
        deletions.delete(ImageId.parse(imageId), Caller.current(), RequestId.of(request), ApiVersion.V1_1);
        return properties.success();
    }
}
