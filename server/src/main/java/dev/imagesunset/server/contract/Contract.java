package dev.imagesunset.server.contract;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The contract, as the server reads it at run time; the rest is code generated from it. */
public final class Contract {
    private static final Pattern VERSION = Pattern.compile("/(v\\d+(?:\\.\\d+)?)(?:/|$)");

    private static final String CHANGES_OF_V20 = "application/openstack-images-v2.0-json-patch";

    private final String text;
    private final JsonNode document;
    private final List<Operation> operations;
    private final Map<String, String> sentences;

    public Contract() {
        this(ContractText.read());
    }

    Contract(String text) {
        this.text = text;
        document = ContractText.parse(text);
        operations = operationsOf(document);
        sentences = sentences();
    }

    private Contract(JsonNode served, JsonNode document) {
        this.text = ContractText.of(served);
        this.document = document;
        operations = operationsOf(served);
        sentences = sentences();
    }

    /**
     * The contract of a server in front of an image service: without the operations that need a catalogue of its own.
     */
    public Contract inFront() {
        return new Contract(OperationsInFront.of(document), document);
    }

    /** All operations. */
    public Stream<Operation> operations() {
        return operations.stream();
    }

    /** The operation that a request asks for. A HEAD request asks for the GET operation. */
    public Optional<Operation> matching(String method, String path) {
        String asked = method.equals("HEAD") ? "GET" : method;
        for (Operation operation : operations) {
            if (operation.method().equals(asked) && operation.isAt(path)) {
                return Optional.of(operation);
            }
        }
        return Optional.empty();
    }

    /** The methods that a path has, in the contract's order; none if no operation is there. */
    public Set<String> methods(String path) {
        Set<String> methods = operations()
                .filter(operation -> operation.isAt(path))
                .map(Operation::method)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        if (!methods.isEmpty()) {
            methods.add("OPTIONS");
        }
        return methods;
    }

    /** The API version in a path, like {@code v1.1}, whether or not an operation is there. */
    public static Optional<String> version(String path) {
        Matcher version = VERSION.matcher(path);
        return version.lookingAt() ? Optional.of(version.group(1)) : Optional.empty();
    }

    /** The sentence that describes answers with a status; empty if no operation documents that status. */
    public Optional<String> sentence(int status) {
        return Optional.ofNullable(sentences.get(Integer.toString(status)));
    }

    private Map<String, String> sentences() {
        return operations()
                .flatMap(operation -> operation.definition().get("responses").propertyStream())
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        response ->
                                resolve(response.getValue()).get("description").asString(),
                        (first, other) -> first));
    }

    /** The rules for the properties of a schema, by name. */
    public Map<String, ValueRules> properties(String schema) {
        return schema(schema)
                .get("properties")
                .propertyStream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        property -> new ValueRules(property.getValue()),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    /** The rules for the properties of a schema that it does not name. */
    public ValueRules additionalProperties(String schema) {
        return new ValueRules(schema(schema).get("additionalProperties"));
    }

    /** The Schema Object with a name. */
    public JsonNode schema(String name) {
        return document.at("/components/schemas/" + name);
    }

    /** The rules for an operation's query parameters, by name. */
    public Map<String, ValueRules> queryParameters(Operation operation) {
        return query(operation)
                .filter(parameter -> !isFreeForm(parameter))
                .collect(Collectors.toMap(
                        parameter -> parameter.get("name").asString(),
                        parameter -> new ValueRules(parameter.get("schema"))));
    }

    /** The names of an operation's required query parameters, in the contract's order. */
    public List<String> requiredQueryParameters(Operation operation) {
        return query(operation)
                .filter(parameter -> parameter.path("required").asBoolean(false))
                .map(parameter -> parameter.get("name").asString())
                .toList();
    }

    /** The rules for query parameters that an operation does not name, if it takes any. */
    public Optional<ValueRules> otherQueryParameters(Operation operation) {
        return query(operation)
                .filter(Contract::isFreeForm)
                .map(parameter -> new ValueRules(parameter.at("/schema/additionalProperties")))
                .findFirst();
    }

    private Stream<JsonNode> query(Operation operation) {
        return operation
                .definition()
                .path("parameters")
                .valueStream()
                .map(this::resolve)
                .filter(parameter -> parameter.get("in").asString().equals("query"));
    }

    /**
     * Whether a parameter is an object: its own name is not in the query, but each of its properties is a parameter.
     */
    private static boolean isFreeForm(JsonNode parameter) {
        return parameter.at("/schema/type").asString("").equals("object");
    }

    /** Whether a body of this type has the syntax of Image API v2.0, which only OpenStack's own test suite sends. */
    public static boolean isOfV20(@Nullable String contentType) {
        return contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith(CHANGES_OF_V20);
    }

    /** The media types of all bodies that operations take. */
    public Set<String> requestTypes() {
        return operations()
                .flatMap(operation -> operation.definition().at("/requestBody/content").propertyNames().stream())
                .collect(Collectors.toSet());
    }

    private JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asString().substring(1)) : node;
    }

    /** The document as it was written, or the part of it that a server in front of an image service has. */
    public String text() {
        return text;
    }

    private static List<Operation> operationsOf(JsonNode document) {
        return document.get("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .filter(member -> member.getValue().has("operationId"))
                        .map(method -> new Operation(
                                method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue())))
                .toList();
    }
}
