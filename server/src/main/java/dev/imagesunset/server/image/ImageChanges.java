package dev.imagesunset.server.image;

import dev.imagesunset.server.contract.Contract;
import dev.imagesunset.server.contract.ValueRules;
import dev.imagesunset.server.generated.Change;
import dev.imagesunset.server.generated.Image;
import dev.imagesunset.server.generated.NewImage;
import dev.imagesunset.server.problem.ProblemCode;
import dev.imagesunset.server.problem.Refusal;
import dev.imagesunset.server.request.Caller;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What callers may make of an image, property by property, by the contract's schema. */
@Component
class ImageChanges {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** As many as Glance allows by default. */
    private static final int MOST_PROPERTIES = 128;

    private static final int LONGEST_NAME = 255;

    /** Never custom properties: Glance's own words for what an image has and this catalogue does not. */
    static final Set<String> RESERVED =
            Set.of("deleted", "deleted_at", "direct_url", "location", "locations", "members", "stores", "metadata");

    private final Map<String, ValueRules> settable;
    private final Map<String, ValueRules> known;
    private final ValueRules custom;

    ImageChanges(Contract contract) {
        settable = contract.properties("NewImage");
        known = contract.properties("Image");
        custom = contract.additionalProperties("Image");
    }

    /** An image as somebody wants it. */
    Image create(NewImage wanted, Caller caller) {
        ObjectNode properties = JSON.valueToTree(wanted);
        properties
                .propertyStream()
                .filter(property -> !isUnset(property))
                .forEach(property -> requireSettable(property.getKey(), property.getValue()));
        Image image = JSON.treeToValue(defaults(caller).setAll(withoutUnset(properties)), Image.class);
        if (!caller.isAdmin() && !(caller.isMember() && caller.isOf(image.getOwner()))) {
            throw new Refusal(ProblemCode.CHANGE_NOT_PERMITTED);
        }
        return checked(image, Image.VisibilityEnum.SHARED, caller);
    }

    /** An image after changes, in their order. */
    Image change(Image image, List<Change> changes, Caller caller) {
        ObjectNode properties = JSON.valueToTree(image);
        for (Change change : changes) {
            apply(change, properties, image, caller);
        }
        return checked(JSON.treeToValue(properties, Image.class), image.getVisibility(), caller);
    }

    /** An image with a tag. */
    Image tag(Image image, String tag) {
        requireSettable("tags", JSON.valueToTree(List.of(tag)));
        if (!image.getTags().contains(tag)) {
            image.addTagsItem(tag);
        }
        return requireModest(image);
    }

    /** An image without a tag. */
    Image untag(Image image, String tag) {
        if (!image.getTags().remove(tag)) {
            throw new Refusal(ProblemCode.TAG_NOT_FOUND);
        }
        return image;
    }

    private void apply(Change change, ObjectNode properties, Image before, Caller caller) {
        if (change == null || change.getOp() == null || change.getPath() == null) {
            throw new Refusal(ProblemCode.BODY_MALFORMED);
        }
        String name = property(change.getPath());
        JsonNode value = settable.getOrDefault(name, custom).read(JSON.valueToTree(change.getValue()));
        if (change.getOp() == Change.OpEnum.REMOVE) {
            requireRemovable(name, properties);
            properties.remove(name);
        } else {
            requireSettable(name, value);
            requireRight(name, before, caller);
            requireThere(change, name, properties);
            properties.set(name, value);
        }
    }

    private void requireSettable(String name, JsonNode value) {
        boolean isKnown = known.containsKey(name);
        if (RESERVED.contains(name) || (isKnown && !settable.containsKey(name))) {
            throw refusal(ProblemCode.PROPERTY_READ_ONLY, name, "is the service's own to set. Leave it out.");
        }
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.indexOf('\0') >= 0) {
            throw refusal(ProblemCode.IMAGE_INVALID, name, "is no name for a property. Send 1 to 255 characters.");
        }
        settable.getOrDefault(name, custom).complaint(value).ifPresent(expected -> {
            throw refusal(ProblemCode.IMAGE_INVALID, name, "is not good. Send " + expected + ".");
        });
    }

    private static void requireRight(String name, Image before, Caller caller) {
        boolean isForAdmins = name.equals("owner") && !caller.isAdmin();
        boolean isFixed = name.endsWith("_format") && before.getStatus() != Image.StatusEnum.QUEUED;
        if (name.equals("id")
                || isForAdmins
                || (isFixed && Set.of("disk_format", "container_format").contains(name))) {
            throw refusal(
                    ProblemCode.PROPERTY_READ_ONLY,
                    name,
                    "cannot be changed: id never, owner only by an admin, formats only while the image is queued.");
        }
    }

    private void requireThere(Change change, String name, ObjectNode properties) {
        if (change.getOp() == Change.OpEnum.REPLACE && !known.containsKey(name) && !properties.has(name)) {
            throw refusal(ProblemCode.PROPERTY_NOT_FOUND, name, "is not there to be replaced. Add it.");
        }
    }

    private void requireRemovable(String name, ObjectNode properties) {
        if (known.containsKey(name)) {
            throw refusal(ProblemCode.PROPERTY_READ_ONLY, name, "cannot be removed, only replaced.");
        }
        if (!properties.has(name)) {
            throw refusal(ProblemCode.PROPERTY_NOT_FOUND, name, "is not there to be removed. Show the image first.");
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
        return image;
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

    private static ObjectNode withoutUnset(ObjectNode properties) {
        properties
                .propertyStream()
                .filter(ImageChanges::isUnset)
                .map(Map.Entry::getKey)
                .toList()
                .forEach(properties::remove);
        return properties;
    }

    private static boolean isUnset(Map.Entry<String, JsonNode> property) {
        return property.getValue().isNull();
    }

    private static String property(String path) {
        if (!path.startsWith("/") || path.indexOf('/', 1) > 0) {
            throw new Refusal(
                    ProblemCode.IMAGE_INVALID,
                    "A path of a change is not that of a property. Send / and its name, with ~1 for / and ~0 for ~.");
        }
        return path.substring(1).replace("~1", "/").replace("~0", "~");
    }

    private static Refusal refusal(ProblemCode code, String property, String words) {
        String name = property.length() > 60 ? property.substring(0, 60) + "..." : property;
        return new Refusal(code, "The property " + name + " " + words);
    }
}
