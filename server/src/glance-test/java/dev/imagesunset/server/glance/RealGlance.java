package dev.imagesunset.server.glance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.test.context.DynamicPropertyRegistry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The Glance, Keystone and databases of {@code .ci/glance}, which runs them on these ports. */
final class RealGlance {
    static final String GLANCE = "http://127.0.0.1:19292";
    static final String STRICT_GLANCE = "http://127.0.0.1:19293";
    static final String KEYSTONE = "http://127.0.0.1:19294";
    static final String PASSWORD = "a-password";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private RealGlance() {}

    static void isBehind(DynamicPropertyRegistry properties, String url) {
        properties.add("image-sunset.identity.urls", () -> KEYSTONE);
        properties.add("image-sunset.upstream.url", () -> url);
        // No test fails because a day has come.
        properties.add("image-sunset.v1-1.sunset", () -> "2999-12-31");
    }

    /** A token of {@code admin}, {@code member-a}, {@code reader-a} or {@code member-b}. */
    static String token(String user) {
        return TOKENS.computeIfAbsent(user, RealGlance::newToken);
    }

    static String newToken(String user) {
        String project = user.equals("admin") ? "admin" : "team-" + user.charAt(user.length() - 1);
        String body = """
                {"auth": {"identity": {"methods": ["password"], "password": {"user":
                  {"name": "%s", "domain": {"id": "default"}, "password": "%s"}}},
                 "scope": {"project": {"name": "%s", "domain": {"id": "default"}}}}}
                """.formatted(user, PASSWORD, project);
        HttpResponse<String> answer = send("POST", KEYSTONE + "/v3/auth/tokens", "", body);
        return answer.headers().firstValue("X-Subject-Token").orElseThrow(() -> new AssertionError(answer.body()));
    }

    static void revoke(String token) {
        HttpRequest request = request(KEYSTONE + "/v3/auth/tokens", token)
                .header("X-Subject-Token", token)
                .DELETE()
                .build();
        assertThat(send(request).statusCode()).isEqualTo(204);
    }

    /** Creates an image without data, of the token's project. */
    static UUID image(String token, String properties) {
        HttpResponse<String> answer = send(
                "POST",
                GLANCE + "/v2/images",
                token,
                "{\"name\": \"of a test\", \"disk_format\": \"raw\", \"container_format\": \"bare\"" + properties
                        + "}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JsonNode image = JsonMapper.shared().readTree(answer.body());
        return UUID.fromString(image.get("id").asString());
    }

    static UUID imageOf(String user) {
        return image(token(user), "");
    }

    static int status(UUID image) {
        return send("GET", GLANCE + "/v2/images/" + image, token("admin"), "").statusCode();
    }

    static HttpResponse<String> send(String method, String url, String token, String body) {
        return send(request(url, token)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private static HttpRequest.Builder request(String url, String token) {
        return HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(40))
                .header("X-Auth-Token", token.isEmpty() ? "none" : token);
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(request + ". Does .ci/glance run it?", e);
        }
    }

    /** Stops, starts, freezes or thaws one of {@code glance}, {@code glance-db}, {@code keystone} and {@code keystone-db}. */
    static void control(String what, String name) {
        String script =
                Path.of("..", ".ci", "glance").toAbsolutePath().normalize().toString();
        boolean isRoot = System.getProperty("user.name").equals("root");
        run(
                Duration.ofSeconds(90),
                Stream.of(isRoot ? "env" : "sudo", script, what, name).toArray(String[]::new));
    }

    static String psql(String sql) {
        return run(
                Duration.ofSeconds(20),
                "psql",
                "-X",
                "-q",
                "-A",
                "-t",
                "-h",
                "127.0.0.1",
                "-p",
                "19295",
                "-U",
                "postgres",
                "-d",
                "glance",
                "-c",
                sql);
    }

    static String run(Duration longest, String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output =
                    new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(process.waitFor(longest.toSeconds(), java.util.concurrent.TimeUnit.SECONDS))
                    .as("%s ends", List.of(command))
                    .isTrue();
            assertThat(process.exitValue()).as(output).isZero();
            return output;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(List.of(command).toString(), e);
        }
    }
}
