package dev.imagesunset.server.image;

import dev.imagesunset.server.contract.Contract;
import dev.imagesunset.server.contract.ValueRules;
import dev.imagesunset.server.problem.ProblemCode;
import dev.imagesunset.server.problem.Refusal;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** The rules, from the contract's schemas, for which properties of an image callers may set, and to what. */
final class PropertyRules {
    private static final int LONGEST_NAME = 255;

    /** Names that are never custom properties: Glance uses them for properties that this catalogue does not have. */
    static final Set<String> RESERVED =
            Set.of("deleted", "deleted_at", "direct_url", "location", "locations", "members", "stores", "metadata");

    private static final String RESERVED_PREFIX = "os_glance_";

    private final Map<String, ValueRules> settable;
    private final Map<String, ValueRules> known;
    private final ValueRules custom;
    private final ValueRules tag;

    PropertyRules(Contract contract) {
        settable = contract.properties("NewImage");
        known = contract.properties("Image");
        custom = contract.additionalProperties("Image");
        tag = Objects.requireNonNull(settable.get("tags")).items();
    }

    /** Whether the property is one that every image has, not a custom one. */
    boolean knows(String name) {
        return known.containsKey(name);
    }

    /** Returns a property's value that came as text as what it stands for. */
    JsonNode read(String name, JsonNode value) {
        return settable.getOrDefault(name, custom).read(value);
    }

    void requireSettable(String name, JsonNode value) {
        boolean isReserved = RESERVED.contains(name) || name.startsWith(RESERVED_PREFIX);
        if (isReserved || (knows(name) && !settable.containsKey(name))) {
            throw refusal(ProblemCode.PROPERTY_READ_ONLY, name, "is the service's own to set. Leave it out.");
        }
        if (!ValueRules.isName(name, LONGEST_NAME)) {
            throw refusal(
                    ProblemCode.IMAGE_INVALID,
                    name,
                    "has no name that a property can have. Send 1 to 255 characters, without NUL and half surrogate pairs.");
        }
        settable.getOrDefault(name, custom).complaint(value).ifPresent(expected -> {
            throw refusal(ProblemCode.IMAGE_INVALID, name, "is not good. Send " + expected + ".");
        });
    }

    void requireTag(String text) {
        tag.complaint(StringNode.valueOf(text)).ifPresent(expected -> {
            throw new Refusal(ProblemCode.IMAGE_INVALID, "The tag is not good. Send " + expected + ".");
        });
    }

    static Refusal refusal(ProblemCode code, String property, String words) {
        return new Refusal(code, "The property " + Refusal.shown(property, 60) + " " + words);
    }
}
