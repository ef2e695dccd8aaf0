package dev.imagesunset.server.http;

import dev.imagesunset.server.contract.Contract;
import dev.imagesunset.server.contract.ValueRules;
import dev.imagesunset.server.problem.ProblemCode;
import dev.imagesunset.server.problem.Refusal;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The rules of a schema in the contract for a body. */
public final class BodyRules {
    private final Map<String, ValueRules> properties;
    private final List<String> required;

    public BodyRules(Contract contract, String schema) {
        properties = contract.properties(schema);
        required = contract.schema(schema)
                .path("required")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    /**
     * Checks a body against the schema.
     *
     * @throws Refusal if it does not fit, saying what is wrong
     */
    public void check(ObjectNode body) {
        for (String name : required) {
            if (!body.has(name)) {
                throw refusal("The property " + name + " is missing. Send it, too.");
            }
        }
        for (Map.Entry<String, JsonNode> property : body.properties()) {
            check(property.getKey(), property.getValue());
        }
    }

    private void check(String name, JsonNode value) {
        ValueRules rules = properties.get(name);
        if (rules == null) {
            throw refusal("There is no property %s here. There are %s."
                    .formatted(Refusal.shown(name, 40), String.join(", ", properties.keySet())));
        }
        rules.complaint(value).ifPresent(expected -> {
            throw refusal("The property " + name + " is not good. Send " + expected + ".");
        });
    }

    private static Refusal refusal(String detail) {
        return new Refusal(ProblemCode.BODY_MALFORMED, detail);
    }
}
