package dev.imagesunset.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import dev.imagesunset.api.ImageServiceContract;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.core.env.Environment;

/** The server of a test, called over HTTP. What it answers to the contract's operation is held against the contract. */
public class ImageService {
    private static final OpenApiInteractionValidator CONTRACT = OpenApiInteractionValidator.createFor(
                    ImageServiceContract.url().toString())
            .build();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Environment environment;

    ImageService(Environment environment) {
        this.environment = environment;
    }

    public int port() {
        return environment.getRequiredProperty("local.server.port", int.class);
    }

    public Answer delete(Object imageId, String token) {
        return deleteWith(imageId, Map.of("X-Auth-Token", token));
    }

    public Answer deleteWith(Object imageId, Map<String, String> headers) {
        return documented("DELETE", "/v1.1/images/" + imageId, headers, "");
    }

    /** Calls an operation of the contract. */
    public Answer call(String method, String path, String token) {
        return documented(method, path, Map.of("X-Auth-Token", token), "");
    }

    /** Calls an operation of the contract that takes a body. */
    public Answer call(String method, String path, String token, String body) {
        String type = method.equals("PATCH") ? "application/openstack-images-v2.1-json-patch" : "application/json";
        return documented(method, path, Map.of("X-Auth-Token", token, "Content-Type", type), body);
    }

    private Answer documented(String method, String path, Map<String, String> headers, String body) {
        return documented(method, path, List.copyOf(headers.entrySet()), body);
    }

    /** Calls an operation of the contract in whatever way; a header may be there several times. */
    public Answer documented(String method, String path, List<Map.Entry<String, String>> headers, String body) {
        Answer answer = send(method, path, headers, body);
        isDocumented(method, path, answer);
        return answer;
    }

    public Answer send(String method, String path, Map<String, String> headers) {
        return send(method, path, headers, "");
    }

    public Answer send(String method, String path, Map<String, String> headers, String body) {
        return send(method, path, List.copyOf(headers.entrySet()), body);
    }

    private Answer send(String method, String path, List<Map.Entry<String, String>> headers, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
                .timeout(Duration.ofSeconds(20))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(header -> request.header(header.getKey(), header.getValue()));
        try {
            return Answer.of(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(method + " " + path, e);
        }
    }

    /** Fails if the contract does not document such an answer. */
    private static void isDocumented(String method, String path, Answer answer) {
        SimpleResponse.Builder response = SimpleResponse.Builder.status(answer.status());
        answer.headers().forEach((name, values) -> response.withHeader(name, values));
        if (!answer.body().isEmpty()) {
            response.withBody(answer.body());
        }
        ValidationReport report =
                CONTRACT.validateResponse(path.split("\\?", 2)[0], Request.Method.valueOf(method), response.build());
        assertThat(report.getMessages()).as("%s", answer).isEmpty();
    }
}
