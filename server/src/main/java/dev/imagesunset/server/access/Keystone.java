package dev.imagesunset.server.access;

import dev.imagesunset.server.request.Caller;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keystone's Identity API v3, as far as it tells who a token stands for. Each token vouches for itself, so that this
 * service needs no password.
 */
final class Keystone {
    private static final String VALIDATE = "/v3/auth/tokens?nocatalog";

    /** A token that nobody has. */
    private static final String NOBODYS = "image-sunset-readiness";

    private final IdentityEndpoints endpoints;
    private final AccessProperties access;
    private volatile boolean isFailing;

    Keystone(IdentityEndpoints endpoints, AccessProperties access) {
        this.endpoints = endpoints;
        this.access = access;
    }

    /**
     * Asks who a token stands for.
     *
     * @throws IdentityUnavailable if Keystone does not answer, or not as Keystone does
     */
    Validation validate(String token) {
        try {
            Validation validation =
                    endpoints.get(VALIDATE, this::read, "X-Auth-Token", token, "X-Subject-Token", token);
            isFailing = false;
            return validation;
        } catch (IdentityUnavailable e) {
            isFailing = true;
            throw e;
        }
    }

    private Validation read(HttpResponse<String> answer) {
        return switch (answer.statusCode()) {
            case 200 -> granted(json(answer));
            // A bad token that vouches for itself is a 401; one that another vouches for is a 404.
            case 401, 404 -> refused(answer);
            default -> throw notKeystones(answer);
        };
    }

    /** A balancer that has lost its Keystone, or a wrong URL, is a 404 too, but not in Keystone's words. */
    private static Validation refused(HttpResponse<String> answer) {
        if (json(answer).at("/error/code").asInt(0) != answer.statusCode()) {
            throw notKeystones(answer);
        }
        return Validation.REFUSED;
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JsonMapper.shared().readTree(answer.body());
        } catch (JacksonException e) {
            throw notKeystones(answer);
        }
    }

    private static IdentityUnavailable notKeystones(HttpResponse<String> answer) {
        return new IdentityUnavailable("answers " + answer.statusCode() + ", not as Keystone does");
    }

    /**
     * Makes sure that Keystone answers: as callers found it last, so that one which has a version and validates nothing is
     * not taken for a good one.
     *
     * @throws IdentityUnavailable if it does not
     */
    void check() {
        if (isFailing) {
            validate(NOBODYS);
        } else {
            endpoints.get("/v3", Keystone::version);
        }
    }

    private static String version(HttpResponse<String> answer) {
        String version = json(answer).at("/version/id").asString("");
        if (answer.statusCode() != 200 || !version.startsWith("v3")) {
            throw notKeystones(answer);
        }
        return version;
    }

    /** The admin of a domain is none of the images of all domains. */
    private static boolean hasProjectOrSystem(JsonNode token) {
        return token.has("project") || token.at("/system/all").asBoolean(false);
    }

    private static Caller.Names names(JsonNode token) {
        return new Caller.Names(
                token.at("/user/name").asString(null),
                token.at("/project/name").asString(null),
                token.at("/project/domain/name").asString(null));
    }

    private Validation granted(JsonNode answer) {
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
            throw new IdentityUnavailable(
                    "answers 200, not as Keystone does: " + e.getClass().getSimpleName());
        }
    }
}
