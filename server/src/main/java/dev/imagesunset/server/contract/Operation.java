package dev.imagesunset.server.contract;

import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** One operation of the contract; a contract has one object for each. */
public final class Operation {
    private final String method;
    private final String path;
    private final Pattern paths;
    private final JsonNode definition;
    private final Optional<String> version;
    private final boolean isDeprecated;
    private final boolean needsToken;
    private final boolean isForOperators;

    Operation(String method, String path, JsonNode definition) {
        this.method = method;
        this.path = path;
        this.paths = Pattern.compile(path.replace(".", "\\.").replaceAll("\\{[^}]+}", "[^/]+"));
        this.definition = definition;
        version = Contract.version(path);
        isDeprecated = definition.path("deprecated").asBoolean(false);
        needsToken = !definition.has("security");
        isForOperators = definition.path("x-audience").asString("").equals("operators");
    }

    boolean isAt(String requestPath) {
        return paths.matcher(requestPath).matches();
    }

    /** Its HTTP method. */
    public String method() {
        return method;
    }

    /** Its path, with parameters in braces. */
    public String path() {
        return path;
    }

    /** Its Operation Object. */
    public JsonNode definition() {
        return definition;
    }

    /** Its method and path, in the form in which the contract names a successor. */
    public String name() {
        return method + " " + path;
    }

    /** Its {@code operationId}. */
    public String id() {
        return definition.get("operationId").asString();
    }

    /** The API version that it belongs to; operators' operations have none. */
    public Optional<String> version() {
        return version;
    }

    /** Whether it is about to end. */
    public boolean isDeprecated() {
        return isDeprecated;
    }

    /** Whether it needs a token, as every operation does unless it says otherwise. */
    public boolean needsToken() {
        return needsToken;
    }

    /** Whether it takes a body. */
    public boolean takesBody() {
        return definition.has("requestBody");
    }

    /** Whether it needs the admin role. */
    public boolean isForOperators() {
        return isForOperators;
    }
}
