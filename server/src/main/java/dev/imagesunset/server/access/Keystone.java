package dev.imagesunset.server.access;

import dev.imagesunset.server.remote.Endpoints;
import dev.imagesunset.server.remote.TrustingHttp;
import dev.imagesunset.server.remote.WholeAnswers;
import dev.imagesunset.server.request.Caller;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client for the part of Keystone's Identity API v3 that validates tokens. Each token authenticates its own
 * validation, so this service needs no password.
 */
final class Keystone {
    private static final String VALIDATE = "/v3/auth/tokens?nocatalog";

    /** A token that nobody has. */
    private static final String NOBODYS = "image-sunset-readiness";

    private final Endpoints endpoints;
    private final Duration answerTimeout;
    private final AccessProperties access;
    private volatile boolean isFailing;

    private Keystone(Endpoints endpoints, Duration answerTimeout, AccessProperties access) {
        this.endpoints = endpoints;
        this.answerTimeout = answerTimeout;
        this.access = access;
    }

    /** The Keystone that the settings name. */
    static Keystone at(IdentityProperties identity, AccessProperties access) {
        HttpClient http =
                TrustingHttp.client(identity.connectTimeout(), identity.caCertificate(), "image-sunset.identity");
        List<String> urls = identity.urls().stream()
                .map(url -> url.toString().replaceFirst("(/v3)?/*$", ""))
                .toList();
        return new Keystone(new Endpoints(urls, new WholeAnswers(http)), identity.answerTimeout(), access);
    }

    /**
     * Asks whom a token identifies.
     *
     * @throws IdentityUnavailable if no URL gives an answer that Keystone would give
     */
    Validation validate(String token) {
        try {
            Validation validation =
                    get(VALIDATE, Map.of(TokenHeader.NAME, token, "X-Subject-Token", token), this::read);
            isFailing = false;
            return validation;
        } catch (IdentityUnavailable e) {
            isFailing = true;
            throw e;
        }
    }

    private <T> T get(String path, Map<String, String> headers, Endpoints.Reader<T> reader) {
        try {
            return endpoints.get(path, headers, urls -> answerTimeout, reader);
        } catch (IOException e) {
            throw new IdentityUnavailable(String.valueOf(e.getMessage()));
        }
    }

    private Validation read(HttpResponse<String> answer) throws IOException {
        return switch (answer.statusCode()) {
            case 200 -> granted(json(answer));
            // Keystone answers 401 if an invalid token authenticates its own validation, 404 if another token does.
            case 401, 404 -> refused(answer);
            default -> throw notKeystones(answer);
        };
    }

    /** A load balancer without a Keystone, or a wrong URL, answers 404 too, but not with Keystone's error document. */
    private static Validation refused(HttpResponse<String> answer) throws IOException {
        if (json(answer).at("/error/code").asInt(0) != answer.statusCode()) {
            throw notKeystones(answer);
        }
        return Validation.REFUSED;
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        try {
            return JsonMapper.shared().readTree(answer.body());
        } catch (JacksonException e) {
            throw notKeystones(answer);
        }
    }

    private static IOException notKeystones(HttpResponse<String> answer) {
        return new IOException("answers " + answer.statusCode() + ", not as Keystone does");
    }

    /**
     * Checks that Keystone answers. If the last validation failed, this tries another one, because a Keystone can
     * report its version and still validate nothing.
     *
     * @throws IdentityUnavailable if it does not answer
     */
    void check() {
        if (isFailing) {
            validate(NOBODYS);
        } else {
            get("/v3", Map.of(), Keystone::version);
        }
    }

    private static String version(HttpResponse<String> answer) throws IOException {
        String version = json(answer).at("/version/id").asString("");
        if (answer.statusCode() != 200 || !version.startsWith("v3")) {
            throw notKeystones(answer);
        }
        return version;
    }

    /** Whether the token's roles count: the admin of one domain is not an admin of the images of all domains. */
    private static boolean hasProjectOrSystem(JsonNode token) {
        return token.has("project") || token.at("/system/all").asBoolean(false);
    }

    private static Caller.Names names(JsonNode token) {
        return new Caller.Names(
                name(token.at("/user/name")), name(token.at("/project/name")), name(token.at("/project/domain/name")));
    }

    /** A name that PostgreSQL can store: without NUL. */
    private static @Nullable String name(JsonNode name) {
        return name.isString() ? name.asString().replace('\0', '?') : null;
    }

    private Validation granted(JsonNode answer) throws IOException {
        try {
            JsonNode token = answer.required("token");
            List<String> roles = hasProjectOrSystem(token)
                    ? token.path("roles")
                            .valueStream()
                            .map(role -> role.required("name").asString())
                            .toList()
                    : List.of();
            return new Validation(
                    access.limited(new Caller(
                            token.requiredAt("/user/id").asString(),
                            token.at("/project/id").asString(null),
                            access.roles().roles(roles),
                            names(token))),
                    OffsetDateTime.parse(token.required("expires_at").asString())
                            .toInstant());
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            throw new IOException(
                    "answers 200, not as Keystone does: " + e.getClass().getSimpleName());
        }
    }
}
