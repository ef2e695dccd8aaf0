package dev.imagesunset.server.image.web;

import dev.imagesunset.server.generated.Image;
import dev.imagesunset.server.generated.Tombstone;
import dev.imagesunset.server.generated.TombstonesApi;
import dev.imagesunset.server.http.Page;
import dev.imagesunset.server.image.Tombstones;
import dev.imagesunset.server.request.Exchange;
import jakarta.servlet.http.HttpServletRequest;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** Shows deleted images to operators, and restores them. */
@RestController
class TombstonesController implements TombstonesApi {
    private final Tombstones tombstones;
    private final HttpServletRequest request;

    TombstonesController(Tombstones tombstones, HttpServletRequest request) {
        this.tombstones = tombstones;
        this.request = request;
    }

    @Override
    public ResponseEntity<dev.imagesunset.server.generated.Tombstones> listTombstones(
            @Nullable String owner,
            @Nullable OffsetDateTime deletedSince,
            @Nullable OffsetDateTime deletedBefore,
            Integer limit,
            @Nullable String marker) {
        int most = Page.limit(limit);
        Page<Tombstone> page = Page.of(
                tombstones.list(
                        owner, deletedSince, deletedBefore, marker == null ? null : ImageId.parse(marker), most),
                most);
        return ResponseEntity.ok(new dev.imagesunset.server.generated.Tombstones(page.items())
                .next(page.next(request, tombstone -> tombstone.getId().toString())));
    }

    @Override
    public ResponseEntity<Tombstone> showTombstone(String imageId) {
        return ResponseEntity.ok(tombstones.show(ImageId.parse(imageId)));
    }

    @Override
    public ResponseEntity<Image> restoreImage(String imageId) {
        return ResponseEntity.ok(tombstones.restore(ImageId.parse(imageId), Exchange.current()));
    }
}
