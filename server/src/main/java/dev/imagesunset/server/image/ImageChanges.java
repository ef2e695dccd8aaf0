package dev.imagesunset.server.image;

import dev.imagesunset.server.contract.Contract;
import dev.imagesunset.server.generated.Image;
import dev.imagesunset.server.problem.ProblemCode;
import dev.imagesunset.server.problem.Refusal;
import dev.imagesunset.server.request.Caller;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Creates and changes images as callers ask, property by property, as far as the contract's schema allows. */
@Component
class ImageChanges {
    /**
     * Relies on annotations alone: a custom property may have the name of a field of the model or of a constructor
     * parameter.
     */
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.INFER_PROPERTY_MUTATORS, MapperFeature.DETECT_PARAMETER_NAMES)
            .build();

    /** As many as Glance allows by default. */
    private static final int MOST_PROPERTIES = 128;

    /** The limit for custom properties and tags together, which bounds a page of images and what a change writes. */
    private static final int MOST_BYTES = 128 * 1024;

    private final PropertyRules rules;

    ImageChanges(Contract contract) {
        rules = new PropertyRules(contract);
    }

    /** A new image with the properties that a caller wants. */
    Image create(ObjectNode wanted, Caller caller) {
        ObjectNode properties = defaults(caller);
        wanted.forEachEntry((name, value) -> {
            rules.requireSettable(name, value);
            if (!value.isNull()) {
                set(properties, name, value);
            }
        });
        Image image = JSON.treeToValue(properties, Image.class);
        if (!caller.isAdmin() && !(caller.isMember() && caller.isOf(image.getOwner()))) {
            throw new Refusal(ProblemCode.CHANGE_NOT_PERMITTED);
        }
        return checked(image, Image.VisibilityEnum.SHARED, caller);
    }

    /** An image after changes, made in their order. */
    Image change(Image image, List<PropertyChange> changes, Caller caller) {
        ObjectNode properties = JSON.valueToTree(image);
        for (PropertyChange change : changes) {
            apply(change, properties, image, caller);
        }
        return checked(JSON.treeToValue(properties, Image.class), image.getVisibility(), caller);
    }

    /** An image with a tag. */
    Image tag(Image image, String wanted) {
        rules.requireTag(wanted);
        if (!image.getTags().contains(wanted)) {
            image.addTagsItem(wanted);
        }
        return requireModest(image);
    }

    /** An image without a tag. */
    Image untag(Image image, String unwanted) {
        rules.requireTag(unwanted);
        if (!image.getTags().removeIf(unwanted::equals)) {
            throw new Refusal(ProblemCode.TAG_NOT_FOUND);
        }
        return image;
    }

    private void apply(PropertyChange change, ObjectNode properties, Image before, Caller caller) {
        String name = change.property();
        if (change.op() == PropertyChange.Op.REMOVE) {
            requireRemovable(name, properties);
            properties.remove(name);
        } else {
            JsonNode value = rules.read(name, change.value());
            rules.requireSettable(name, value);
            requireRight(name, before, caller);
            requireThere(change, properties);
            set(properties, name, value);
        }
    }

    private static void set(ObjectNode properties, String name, JsonNode value) {
        boolean isOfTags = name.equals("tags");
        properties.set(
                name, isOfTags ? JSON.valueToTree(value.valueStream().distinct().toList()) : value);
    }

    private static void requireRight(String name, Image before, Caller caller) {
        boolean isForAdmins = name.equals("owner") && !caller.isAdmin();
        boolean isFixed = Set.of("disk_format", "container_format").contains(name)
                && before.getStatus() != Image.StatusEnum.QUEUED;
        if (name.equals("id") || isForAdmins || isFixed) {
            throw PropertyRules.refusal(
                    ProblemCode.PROPERTY_READ_ONLY,
                    name,
                    "cannot be changed: id never, owner only by an admin, formats only while the image is queued.");
        }
    }

    private void requireThere(PropertyChange change, ObjectNode properties) {
        String name = change.property();
        if (change.op() == PropertyChange.Op.REPLACE && !rules.knows(name) && !properties.has(name)) {
            throw PropertyRules.refusal(ProblemCode.PROPERTY_NOT_FOUND, name, "is not there to be replaced. Add it.");
        }
    }

    private void requireRemovable(String name, ObjectNode properties) {
        if (rules.knows(name)) {
            throw PropertyRules.refusal(ProblemCode.PROPERTY_READ_ONLY, name, "cannot be removed, only replaced.");
        }
        if (!properties.has(name)) {
            throw PropertyRules.refusal(
                    ProblemCode.PROPERTY_NOT_FOUND, name, "is not there to be removed. Show the image first.");
        }
    }

    private static Image checked(Image image, Image.VisibilityEnum before, Caller caller) {
        boolean becomesPublic = image.getVisibility() == Image.VisibilityEnum.PUBLIC && image.getVisibility() != before;
        if (becomesPublic && !caller.isAdmin()) {
            throw new Refusal(ProblemCode.PUBLISHING_NOT_PERMITTED);
        }
        return requireModest(image);
    }

    private static Image requireModest(Image image) {
        if (ImageRecord.customProperties(image).size() > MOST_PROPERTIES
                || image.getTags().size() > MOST_PROPERTIES) {
            throw new Refusal(
                    ProblemCode.IMAGE_INVALID,
                    "The image has too much. Send at most 128 custom properties and 128 tags.");
        }
        if (bytes(image) > MOST_BYTES) {
            throw new Refusal(
                    ProblemCode.IMAGE_INVALID,
                    "The image's custom properties and tags are too long. Send at most 128 KiB of them altogether.");
        }
        return image;
    }

    /** The size of the text in an image that callers choose freely. */
    private static long bytes(Image image) {
        return Stream.concat(
                        image.getTags().stream(),
                        ImageRecord.customProperties(image).entrySet().stream()
                                .flatMap(property -> Stream.of(property.getKey(), property.getValue())))
                .mapToLong(text -> text.getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }

    private static ObjectNode defaults(Caller caller) {
        ObjectNode image = JSON.createObjectNode()
                .put("id", UUID.randomUUID().toString())
                .put("status", "queued")
                .put("visibility", "shared")
                .put("owner", caller.project())
                .put("protected", false)
                .put("min_disk", 0)
                .put("min_ram", 0)
                .put("os_hidden", false)
                .put("created_at", OffsetDateTime.MIN.toString());
        image.putArray("tags");
        return image;
    }
}
