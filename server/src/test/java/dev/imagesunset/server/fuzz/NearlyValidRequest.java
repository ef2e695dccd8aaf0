package dev.imagesunset.server.fuzz;

import dev.imagesunset.server.contract.Operation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A request as the contract's examples show it, until faults are made in it. */
final class NearlyValidRequest {
    static final String TOKEN = "X-Auth-Token";
    static final String TYPE = "Content-Type";

    /** The image that it names, if it names one. */
    static final UUID IMAGE = UUID.fromString("5eed0000-b48a-4639-8a88-08be3b9b5d78");

    private static final String EXAMPLE = "3c3d1d01-b48a-4639-8a88-08be3b9b5d78";

    private final Operation operation;
    private final Set<String> parameters;
    private final List<Map.Entry<String, String>> headers = new ArrayList<>();
    private String path;
    private String body;
    private String fault = "none";

    /** With the parameters that the operation's query may have. */
    NearlyValidRequest(Operation operation, String path, Set<String> parameters, JsonNode body) {
        this.operation = operation;
        this.path = path.replace(EXAMPLE, IMAGE.toString());
        this.parameters = parameters;
        this.body = body.isMissingNode() ? "" : body.toString();
        if (operation.needsToken()) {
            header(TOKEN, operation.isForOperators() ? "fuzz-admin" : "fuzz-member");
        }
        if (operation.takesBody()) {
            header(TYPE, "application/json");
        }
    }

    Operation operation() {
        return operation;
    }

    String path() {
        return path;
    }

    List<Map.Entry<String, String>> headers() {
        return headers;
    }

    String body() {
        return body;
    }

    boolean namesAnImage() {
        return path.contains(IMAGE.toString());
    }

    boolean takesParameters() {
        return !parameters.isEmpty();
    }

    Set<String> parameters() {
        return parameters;
    }

    boolean takesBody() {
        return operation.takesBody();
    }

    void has(Fault made) {
        fault = made.name();
    }

    void replaceId(String segment) {
        path = path.replace(IMAGE.toString(), encoded(segment));
    }

    void parameter(String name, String value) {
        path += (path.contains("?") ? "&" : "?") + encoded(name) + "=" + encoded(value);
    }

    void header(String name, String value) {
        headers.add(Map.entry(name, value));
    }

    void without(String header) {
        headers.removeIf(it -> it.getKey().equals(header));
    }

    void cutBody(Random random) {
        body = body.substring(0, 1 + random.nextInt(body.length() - 1));
    }

    JsonNode json() {
        return JsonMapper.shared().readTree(body);
    }

    void json(JsonNode changed) {
        body = changed.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        String start = body.length() > 300 ? body.substring(0, 300) + "…" : body;
        return "%s %s %s %s (fault: %s)".formatted(operation.method(), path, headers, start, fault);
    }
}
