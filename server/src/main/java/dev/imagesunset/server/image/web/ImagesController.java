package dev.imagesunset.server.image.web;

import dev.imagesunset.server.contract.Contract;
import dev.imagesunset.server.generated.Image;
import dev.imagesunset.server.generated.ImagesApi;
import dev.imagesunset.server.http.Page;
import dev.imagesunset.server.image.Deletions;
import dev.imagesunset.server.image.ImagePages;
import dev.imagesunset.server.image.ImageQuery;
import dev.imagesunset.server.image.Images;
import dev.imagesunset.server.image.PropertyChange;
import dev.imagesunset.server.request.Exchange;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The native API v2. */
@RestController
class ImagesController implements ImagesApi {
    private static final String SCHEMA = "/v2/schemas/images";

    private final Images images;
    private final ImagePages pages;
    private final Deletions deletions;
    private final HttpServletRequest request;

    ImagesController(Images images, ImagePages pages, Deletions deletions, HttpServletRequest request) {
        this.images = images;
        this.pages = pages;
        this.deletions = deletions;
        this.request = request;
    }

    @Override
    public ResponseEntity<Void> deleteImage(String imageId) {
        deletions.delete(ImageId.parse(imageId), Exchange.current());
        return ResponseEntity.noContent().build();
    }

    @Override
    public ResponseEntity<Image> showImage(String imageId) {
        return ResponseEntity.ok(
                images.show(ImageId.parse(imageId), Exchange.current().caller()));
    }

    @Override
    public ResponseEntity<Image> createImage(ObjectNode newImage) {
        newImage.optional("id")
                .filter(JsonNode::isString)
                .ifPresent(id -> newImage.put("id", ImageId.parse(id.asString()).toString()));
        Image image = images.create(newImage, Exchange.current().caller());
        return ResponseEntity.created(ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path(image.getSelf())
                        .build()
                        .toUri())
                .body(image);
    }

    @Override
    public ResponseEntity<Image> updateImage(String imageId, List<ObjectNode> change) {
        UUID id = ImageId.parse(imageId);
        boolean isV20 = Contract.isOfV20(request.getContentType());
        List<PropertyChange> changes = change.stream()
                .map(isV20 ? PropertyChange::readV20 : PropertyChange::read)
                .toList();
        return ResponseEntity.ok(images.update(id, changes, Exchange.current().caller()));
    }

    @Override
    public ResponseEntity<dev.imagesunset.server.generated.Images> listImages(
            @Nullable String name,
            @Nullable String status,
            @Nullable String visibility,
            @Nullable String owner,
            @Nullable Boolean isProtected,
            Boolean osHidden,
            Integer limit,
            @Nullable String marker,
            String sortKey,
            String sortDir) {
        Map<String, Object> equal = new LinkedHashMap<>();
        put(equal, "name", name);
        put(equal, "status", status);
        put(equal, "owner", owner);
        put(equal, "protected", isProtected);
        put(equal, "os_hidden", osHidden);
        ImageQuery query = new ImageQuery(equal, visibility, sortKey, sortDir.equals("asc"), limit);
        Page<Image> page = Page.of(
                pages.after(
                        marker == null ? null : ImageId.parse(marker),
                        query,
                        Exchange.current().caller()),
                limit);
        return ResponseEntity.ok(
                new dev.imagesunset.server.generated.Images(page.items(), Page.link(request, null), SCHEMA)
                        .next(page.next(request, image -> image.getId().toString())));
    }

    private static void put(Map<String, Object> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value);
        }
    }
}
