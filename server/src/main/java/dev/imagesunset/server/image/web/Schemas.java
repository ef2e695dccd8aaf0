package dev.imagesunset.server.image.web;

import dev.imagesunset.server.contract.Contract;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The contract's schemas as JSON Schema, which OpenStack's clients want. */
final class Schemas {
    private final ObjectNode image = JsonMapper.shared().createObjectNode().put("name", "image");
    private final ObjectNode images = JsonMapper.shared().createObjectNode().put("name", "images");

    Schemas(Contract contract) {
        ObjectNode properties = image.putObject("properties");
        contract.schema("Image")
                .get("properties")
                .propertyStream()
                .forEach(property -> properties.set(property.getKey(), jsonSchema(property.getValue())));
        image.set("additionalProperties", contract.schema("Image").get("additionalProperties"));
        ObjectNode list = images.putObject("properties");
        list.putObject("images").put("type", "array").set("items", image);
        list.putObject("first").put("type", "string");
        list.putObject("next").put("type", "string");
        list.putObject("schema").put("type", "string");
    }

    JsonNode image() {
        return image;
    }

    JsonNode images() {
        return images;
    }

    /** Converts {@code nullable}, which only OpenAPI has; JSON Schema lists null among the types. */
    private static JsonNode jsonSchema(JsonNode openApi) {
        ObjectNode schema = (ObjectNode) openApi.deepCopy();
        if (schema.path("nullable").asBoolean(false)) {
            schema.remove("nullable");
            schema.putArray("type").add("null").add(openApi.get("type"));
        }
        return schema;
    }
}
