package dev.imagesunset.server.image.web;

import dev.imagesunset.server.contract.Contract;
import dev.imagesunset.server.generated.Image;
import dev.imagesunset.server.generated.ImagesApi;
import dev.imagesunset.server.http.Page;
import dev.imagesunset.server.image.ImageBackend;
import dev.imagesunset.server.image.ImagePages;
import dev.imagesunset.server.image.ImageQueries;
import dev.imagesunset.server.image.ImageQuery;
import dev.imagesunset.server.image.Images;
import dev.imagesunset.server.image.PropertyChange;
import dev.imagesunset.server.request.Exchange;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Serves the native API, v2. */
@RestController
class ImagesController implements ImagesApi {
    private static final String SCHEMA = "/v2/schemas/images";

    private final Images images;
    private final ImageQueries queries;
    private final ImagePages pages;
    private final ImageBackend backend;
    private final HttpServletRequest request;

    ImagesController(
            Images images, ImageQueries queries, ImagePages pages, ImageBackend backend, HttpServletRequest request) {
        this.images = images;
        this.queries = queries;
        this.pages = pages;
        this.backend = backend;
        this.request = request;
    }

    @Override
    public ResponseEntity<Void> deleteImage(String imageId) {
        backend.delete(ImageId.parse(imageId), Exchange.current());
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
                        .encode()
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

    /** Reads the query itself, since most parameters filter by the column of the same name. */
    @Override
    public ResponseEntity<dev.imagesunset.server.generated.Images> listImages(
            @Nullable String name,
            @Nullable String status,
            @Nullable String visibility,
            @Nullable String owner,
            @Nullable Boolean isProtected,
            Boolean osHidden,
            String memberStatus,
            @Nullable String id,
            @Nullable List<String> tag,
            @Nullable String diskFormat,
            @Nullable String containerFormat,
            @Nullable Long size,
            @Nullable Long sizeMin,
            @Nullable Long sizeMax,
            @Nullable Long virtualSize,
            @Nullable Long minDisk,
            @Nullable Long minRam,
            @Nullable String checksum,
            @Nullable String osHashAlgo,
            @Nullable String osHashValue,
            @Nullable String createdAt,
            @Nullable String updatedAt,
            Integer limit,
            @Nullable String marker,
            List<String> sortKey,
            List<String> sortDir,
            @Nullable String sort,
            @Nullable Map<String, String> properties) {
        return ResponseEntity.ok(list(marker, queries.read(request.getParameterMap(), Page.limit(limit))));
    }

    private dev.imagesunset.server.generated.Images list(@Nullable String marker, ImageQuery query) {
        Page<Image> page = pages.after(
                marker == null ? null : ImageId.parse(marker),
                query,
                Exchange.current().caller());
        return new dev.imagesunset.server.generated.Images(page.items(), Page.link(request, null), SCHEMA)
                .next(page.next(request, image -> image.getId().toString()));
    }
}
