package dev.imagesunset.client.testing;

import dev.imagesunset.client.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a request is answered with. */
record StubAnswer(int status, Map<String, String> headers, String body) {
    static StubAnswer empty(int status) {
        return new StubAnswer(status, Map.of(), "");
    }

    static StubAnswer json(int status, Map<String, ? extends @Nullable Object> body) {
        return new StubAnswer(status, Map.of("Content-Type", "application/json"), Json.write(body));
    }

    StubAnswer with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new StubAnswer(status, all, body);
    }

    /** A refusal as a problem document. */
    static StubAnswer problem(Refusal refusal, String title, String requestId, @Nullable String successor) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("title", title);
        problem.put("status", refusal.status());
        problem.put("detail", String.valueOf(refusal.getMessage()));
        problem.put("code", refusal.code());
        problem.put("request_id", requestId);
        if (successor != null) {
            problem.put("successor", successor);
        }
        return new StubAnswer(refusal.status(), Map.of("Content-Type", "application/problem+json"), Json.write(problem))
                .with(refusal.headers());
    }
}
