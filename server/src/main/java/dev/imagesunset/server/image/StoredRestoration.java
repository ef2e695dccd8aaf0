package dev.imagesunset.server.image;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.imagesunset.server.generated.Restoration;
import java.time.OffsetDateTime;

/** A restoration as an image's row records it: when, by whom, by which request, and the tombstone that it undid. */
record StoredRestoration(
        @JsonProperty("restored_at") OffsetDateTime restoredAt,
        @JsonProperty("restored_by") String restoredBy,
        @JsonProperty("restored_by_request") String restoredByRequest,
        @JsonProperty("deleted_at") OffsetDateTime deletedAt,
        @JsonProperty("deleted_by") String deletedBy,
        @JsonProperty("deleted_by_request") String deletedByRequest,
        @JsonProperty("deleted_through") String deletedThrough) {
    Restoration told() {
        return new Restoration(
                restoredAt, restoredBy, restoredByRequest, deletedAt, deletedBy, deletedByRequest, deletedThrough);
    }
}
