package dev.imagesunset.client.testing;

import dev.imagesunset.client.model.Change;
import dev.imagesunset.client.model.Image;
import dev.imagesunset.client.model.NewImage;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges what an image shall be. */
final class StubChanges {
    private static final Set<String> GIVEN_ONCE = Set.of("id", "owner");
    private static final Set<String> FORMATS = Set.of("disk_format", "container_format");
    private static final Set<String> NULLABLE = Set.of("name", "owner", "disk_format", "container_format");

    private StubChanges() {}

    static Image created(Map<?, ?> wanted) {
        wanted.forEach((name, value) -> requireSettable(String.valueOf(name), value));
        if (wanted.get("id") instanceof String id && !StubCatalogue.isUuid(id)) {
            throw Refusal.invalid("its id must be a UUID");
        }
        Image image = valid(wanted, Image.VisibilityEnum.SHARED);
        if (image.getOwner() != null && !StubCatalogue.isOwn(image)) {
            throw new Refusal(403, "change-not-permitted", "Only an admin creates an image for another project.");
        }
        return image;
    }

    static Image changed(Image image, List<Change> changes) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>(image.toMap());
        changes.forEach(change -> make(change, image, properties));
        return valid(properties, image.getVisibility()).toBuilder()
                .updatedAt(StubCatalogue.now())
                .build();
    }

    private static void make(Change change, Image image, Map<String, @Nullable Object> properties) {
        String name = change.getPath().substring(1).replace("~1", "/").replace("~0", "~");
        boolean isRemoval = change.getOp() == Change.OpEnum.REMOVE;
        if (isRemoval && isOfEveryImage(name)) {
            throw Refusal.readOnly(name, "cannot be removed, only replaced.");
        }
        if (!isRemoval) {
            requireSettable(name, change.getValue());
            requireChangeable(name, image);
        }
        boolean isThere = isOfEveryImage(name) || properties.containsKey(name);
        if (change.getOp() != Change.OpEnum.ADD && !isThere) {
            throw new Refusal(409, "property-not-found", "The image has no property " + name + ".");
        }
        if (isRemoval) {
            properties.remove(name);
        } else {
            properties.put(name, change.getValue());
        }
    }

    private static void requireSettable(String name, @Nullable Object value) {
        if (isOfEveryImage(name) && !isOfANewOne(name)) {
            throw Refusal.readOnly(name, "is the service's own to set. Leave it out.");
        }
        if (value == null && !NULLABLE.contains(name)) {
            throw Refusal.invalid("its " + name + " must not be null");
        }
    }

    private static void requireChangeable(String name, Image image) {
        boolean isFixed = FORMATS.contains(name) && image.getStatus() != Image.StatusEnum.QUEUED;
        if (GIVEN_ONCE.contains(name) || isFixed) {
            throw Refusal.readOnly(
                    name,
                    "cannot be changed: id never, owner only by an admin, formats only while the image is queued.");
        }
    }

    private static Image valid(Map<?, ?> properties, Image.VisibilityEnum before) {
        Image image = image(properties);
        if (image.getVisibility() == Image.VisibilityEnum.UNKNOWN_DEFAULT_OPEN_API) {
            throw Refusal.invalid("its visibility is none that the contract has");
        }
        if (isNegative(image.getMinDisk()) || isNegative(image.getMinRam())) {
            throw Refusal.invalid("min_disk and min_ram must be 0 or more");
        }
        if (image.getVisibility() == Image.VisibilityEnum.PUBLIC && before != Image.VisibilityEnum.PUBLIC) {
            throw Refusal.publishing();
        }
        return image;
    }

    private static Image image(Map<?, ?> properties) {
        try {
            return Image.of(properties);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid(String.valueOf(e.getMessage()));
        }
    }

    private static boolean isNegative(@Nullable Integer number) {
        return number != null && number < 0;
    }

    private static boolean isOfEveryImage(String name) {
        return Image.of(Collections.singletonMap(name, null))
                .getAdditionalProperties()
                .isEmpty();
    }

    private static boolean isOfANewOne(String name) {
        return NewImage.of(Collections.singletonMap(name, null))
                .getAdditionalProperties()
                .isEmpty();
    }
}
