package dev.imagesunset.server.upstream;

import dev.imagesunset.server.request.Caller;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an image service shows a caller of an image; all null if the caller does not see it. */
record SeenImage(
        @Nullable String name,
        @Nullable String owner,
        @Nullable String visibility,
        @Nullable String status,
        @Nullable OffsetDateTime createdAt,
        boolean isProtected) {
    static final SeenImage NOTHING = new SeenImage(null, null, null, null, null, false);

    static SeenImage read(String json) throws IOException {
        try {
            JsonNode image = JsonMapper.shared().readTree(json);
            return new SeenImage(
                    image.path("name").asString(null),
                    image.path("owner").asString(null),
                    image.path("visibility").asString(null),
                    image.path("status").asString(null),
                    OffsetDateTime.parse(image.path("created_at").asString("")),
                    image.path("protected").asBoolean(false));
        } catch (JacksonException | DateTimeException e) {
            throw new IOException("answers 200 with something that is no image", e);
        }
    }

    /** Whether only its protection keeps a caller from deleting it. */
    boolean isProtectedFrom(Caller caller) {
        return isProtected && (caller.isOf(owner) || caller.isAdmin());
    }
}
