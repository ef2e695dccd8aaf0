package dev.imagesunset.client.testing;

import dev.imagesunset.client.model.Image;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Images in the order in which they came, deleted ones too: a list can be read on from them. */
final class StubCatalogue {
    private static final Pattern UUIDS =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);

    private final Map<UUID, Image> images = new LinkedHashMap<>();
    private final Set<UUID> deleted = new HashSet<>();
    private final Set<UUID> inUse = new HashSet<>();

    static UUID id(String text) {
        if (!UUIDS.matcher(text).matches()) {
            throw new Refusal(400, "image-id-malformed", "The id must be a UUID.");
        }
        return UUID.fromString(text);
    }

    static boolean isUuid(String text) {
        return UUIDS.matcher(text).matches();
    }

    /** Keeps an image, with values for all that the contract requires. */
    Image put(Image image) {
        Image complete = complete(image);
        deleted.remove(complete.getId());
        images.put(complete.getId(), complete);
        return complete;
    }

    /** An image that the caller's project sees. */
    Image visible(UUID id) {
        Image image = images.get(id);
        if (image == null || isDeleted(id) || !isVisible(image)) {
            throw Refusal.notFound();
        }
        return image;
    }

    /** An image that the caller's project may change. */
    Image own(UUID id, String code) {
        Image image = visible(id);
        if (!isOwn(image)) {
            throw new Refusal(403, code, "The image is another project's.");
        }
        return image;
    }

    void delete(UUID id) {
        if (own(id, "delete-not-permitted").getProtected()) {
            throw new Refusal(403, "image-protected", "The image is protected. Take its protection away first.");
        }
        if (inUse.contains(id)) {
            throw new Refusal(409, "image-in-use", "The image is in use. Remove what uses it first.");
        }
        deleted.add(id);
    }

    void use(UUID id) {
        inUse.add(id);
    }

    boolean hasEverHad(UUID id) {
        return images.containsKey(id);
    }

    boolean isDeleted(UUID id) {
        return deleted.contains(id);
    }

    List<Image> all() {
        return allEver().stream().filter(image -> !isDeleted(image.getId())).toList();
    }

    List<Image> allEver() {
        return List.copyOf(images.values());
    }

    void clear() {
        inUse.clear();
        images.clear();
        deleted.clear();
    }

    static boolean isOwn(Image image) {
        return ImageServiceStub.PROJECT.equals(image.getOwner());
    }

    static boolean isVisible(Image image) {
        return switch (image.getVisibility()) {
            case PUBLIC, COMMUNITY -> true;
            default -> isOwn(image);
        };
    }

    static OffsetDateTime now() {
        return OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
    }

    private static Image complete(Image image) {
        UUID id = image.getId() == null ? UUID.randomUUID() : image.getId();
        String path = "/v2/images/" + id;
        Map<String, Object> defaults = new LinkedHashMap<>(Map.of(
                "status",
                "active",
                "visibility",
                "shared",
                "owner",
                ImageServiceStub.PROJECT,
                "protected",
                false,
                "min_disk",
                0,
                "min_ram",
                0,
                "os_hidden",
                false,
                "created_at",
                now().toInstant().toString(),
                "updated_at",
                now().toInstant().toString(),
                "tags",
                List.of()));
        image.toMap().forEach((name, value) -> {
            if (value != null || !defaults.containsKey(name)) {
                defaults.put(name, value);
            }
        });
        return Image.of(defaults).toBuilder()
                .id(id)
                .self(path)
                ._file(path + "/file")
                .schema("/v2/schemas/image")
                .build();
    }
}
