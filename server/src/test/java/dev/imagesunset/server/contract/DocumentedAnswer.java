package dev.imagesunset.server.contract;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * An example of an answer that the contract documents.
 *
 * @param response the key of the answer, a status or {@code default}
 * @param name that of the example, if there are several
 * @param body none if the answer has none
 */
public record DocumentedAnswer(
        Operation operation,
        String response,
        Map<String, String> headers,
        Optional<String> type,
        Optional<String> name,
        Optional<JsonNode> body) {
    private static final JsonNode DOCUMENT = ContractText.parse(ContractText.read());

    /** All of them. */
    public static Stream<DocumentedAnswer> all() {
        return new Contract().operations().flatMap(operation -> operation
                .definition()
                .get("responses")
                .propertyStream()
                .flatMap(response -> of(operation, response.getKey(), resolved(response.getValue()))));
    }

    private static Stream<DocumentedAnswer> of(Operation operation, String response, JsonNode definition) {
        Map<String, String> headers = definition
                .get("headers")
                .propertyStream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        header -> resolved(header.getValue()).get("example").asString()));
        if (!definition.has("content")) {
            return Stream.of(new DocumentedAnswer(
                    operation, response, headers, Optional.empty(), Optional.empty(), Optional.empty()));
        }
        return definition.get("content").propertyStream().flatMap(content -> examples(content.getValue())
                .map(example -> new DocumentedAnswer(
                        operation,
                        response,
                        headers,
                        Optional.of(content.getKey()),
                        Optional.of(example.getKey()).filter(name -> !name.isEmpty()),
                        Optional.of(example.getValue()))));
    }

    private static Stream<Map.Entry<String, JsonNode>> examples(JsonNode content) {
        return content.has("example")
                ? Stream.of(Map.entry("", content.get("example")))
                : content.path("examples")
                        .propertyStream()
                        .map(example -> Map.entry(
                                example.getKey(), resolved(example.getValue()).get("value")));
    }

    private static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? DOCUMENT.at(node.get("$ref").asString().substring(1)) : node;
    }

    /** Its HTTP status; where the contract leaves that open, the one of the example. */
    public int status() {
        return response.equals("default") ? body.orElseThrow().get("status").asInt() : Integer.parseInt(response);
    }

    /** The path with the examples of what the query must have. */
    public String target() {
        String query = operation
                .definition()
                .path("parameters")
                .valueStream()
                .map(DocumentedAnswer::resolved)
                .filter(parameter -> parameter.get("in").asString().equals("query"))
                .filter(parameter -> parameter.path("required").asBoolean(false))
                .map(parameter -> parameter.get("name").asString() + "="
                        + parameter.get("example").asString())
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path() : path() + "?" + query;
    }

    /** The path of the operation with the examples of its parameters. */
    public String path() {
        String path = operation.path();
        JsonNode atPath = DOCUMENT.get("paths").get(path).path("parameters");
        for (JsonNode parameter : Stream.concat(
                        atPath.valueStream(),
                        operation.definition().path("parameters").valueStream())
                .map(DocumentedAnswer::resolved)
                .toList()) {
            path = path.replace(
                    "{" + parameter.get("name").asString() + "}",
                    parameter.path("example").asString(""));
        }
        return path;
    }

    @Override
    public String toString() {
        return "%s %s %s %s".formatted(operation.name(), response, type.orElse("without a body"), name.orElse(""));
    }
}
