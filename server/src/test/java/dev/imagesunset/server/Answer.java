package dev.imagesunset.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the server answered, as it came over the wire. */
public record Answer(int status, Map<String, List<String>> headers, String body) {
    static Answer of(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.headers().map(), response.body());
    }

    public String header(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(header -> String.join(", ", header.getValue()))
                .findFirst()
                .orElse("");
    }

    public JsonNode json() {
        assertThat(header("Content-Type")).as("type of %s", this).startsWith("application/json");
        return JsonMapper.shared().readTree(body);
    }

    public JsonNode problem() {
        assertThat(header("Content-Type")).as("type of %s", this).isEqualTo("application/problem+json");
        return JsonMapper.shared().readTree(body);
    }

    /** Holds the answer to what every refusal has, and to the given status and code. */
    public Answer isRefusal(int expectedStatus, String code) {
        assertThat(status).as("status of %s", this).isEqualTo(expectedStatus);
        JsonNode problem = problem();
        assertThat(problem.get("code").asString()).isEqualTo(code);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("request_id").asString()).isEqualTo(header("X-Openstack-Request-Id"));
        assertThat(problem.get("title").asString()).isNotBlank();
        assertThat(problem.get("detail").asString()).isNotBlank();
        return this;
    }

    /** Holds a refusal to telling, in its detail, what to do. */
    public Answer advises(String advice) {
        assertThat(problem().get("detail").asString()).contains(advice);
        return this;
    }
}
