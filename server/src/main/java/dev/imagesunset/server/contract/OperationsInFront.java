package dev.imagesunset.server.contract;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes the contract of a server in front of an image service: without what needs a catalogue of its own. */
final class OperationsInFront {
    private static final List<String> REFERRED_TO =
            List.of("parameters", "headers", "responses", "examples", "schemas");

    private OperationsInFront() {}

    static JsonNode of(JsonNode whole) {
        JsonNode document = whole.deepCopy();
        ObjectNode paths = (ObjectNode) document.get("paths");
        paths.forEach(path -> ((ObjectNode) path)
                .removeIf(operation -> operation.path("x-needs-catalogue").asBoolean(false)));
        paths.removeIf(path -> path.findValue("operationId") == null);
        removeUnusedTags(document, paths);
        while (removeUnusedComponents(document)) {
            // A removed component may have been the last to refer to others.
        }
        return document;
    }

    private static void removeUnusedTags(JsonNode document, JsonNode paths) {
        Set<String> used = new HashSet<>();
        paths.findValues("tags").forEach(tags -> tags.forEach(tag -> used.add(tag.asString(""))));
        ((ArrayNode) document.get("tags"))
                .removeIf(tag -> !used.contains(tag.get("name").asString()));
    }

    /** Returns whether there were any. */
    private static boolean removeUnusedComponents(JsonNode document) {
        Set<String> used = new HashSet<>(document.findValuesAsString("$ref"));
        boolean hasRemoved = false;
        for (String kind : REFERRED_TO) {
            ObjectNode components = (ObjectNode) document.at("/components/" + kind);
            List<String> unused = components.propertyNames().stream()
                    .filter(name -> !used.contains("#/components/" + kind + "/" + name))
                    .toList();
            components.remove(unused);
            hasRemoved |= !unused.isEmpty();
        }
        return hasRemoved;
    }
}
