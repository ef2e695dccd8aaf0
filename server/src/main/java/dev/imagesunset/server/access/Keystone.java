package dev.imagesunset.server.access;

import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keystone's Identity API v3, as far as it tells who a token stands for. Each token vouches for itself, so that this
 * service needs no password.
 */
final class Keystone {
    private static final String VALIDATE = "/v3/auth/tokens?nocatalog";

    private final IdentityEndpoints endpoints;
    private final RoleNames roleNames;

    Keystone(IdentityEndpoints endpoints, RoleNames roleNames) {
        this.endpoints = endpoints;
        this.roleNames = roleNames;
    }

    /**
     * Asks who a token stands for.
     *
     * @throws IdentityUnavailable if Keystone does not answer, or not as Keystone does
     */
    Validation validate(String token) {
        // A bad token that vouches for itself is a 401; one that another vouches for is a 404.
        HttpResponse<String> answer =
                endpoints.get(VALIDATE, Set.of(200, 401, 404), "X-Auth-Token", token, "X-Subject-Token", token);
        return answer.statusCode() == 200 ? parse(answer.body()) : refusal(answer);
    }

    /** A balancer that has lost its Keystone, or a wrong URL, is a 404 too, but not in Keystone's words. */
    private static Validation refusal(HttpResponse<String> answer) {
        try {
            if (JsonMapper.shared().readTree(answer.body()).at("/error/code").asInt(0) == answer.statusCode()) {
                return Validation.REFUSED;
            }
        } catch (JacksonException e) {
            // Not Keystone's words either.
        }
        throw new IdentityUnavailable("A " + answer.statusCode() + " is not Keystone's");
    }

    /**
     * Makes sure that Keystone answers.
     *
     * @throws IdentityUnavailable if it does not
     */
    void check() {
        endpoints.get("/v3", Set.of(200));
    }

    /** The admin of a domain is none of the images of all domains. */
    private static boolean hasProjectOrSystem(JsonNode token) {
        return token.has("project") || token.at("/system/all").asBoolean(false);
    }

    private Validation parse(String body) {
        try {
            JsonNode token = JsonMapper.shared().readTree(body).required("token");
            List<String> roles = hasProjectOrSystem(token)
                    ? token.path("roles")
                            .valueStream()
                            .map(role -> role.required("name").asString())
                            .toList()
                    : List.of();
            return new Validation(
                    new Caller(
                            token.requiredAt("/user/id").asString(),
                            token.at("/project/id").asString(null),
                            roleNames.roles(roles)),
                    OffsetDateTime.parse(token.required("expires_at").asString())
                            .toInstant());
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            throw new IdentityUnavailable(
                    "An answer is not Keystone's: " + e.getClass().getSimpleName());
        }
    }
}
