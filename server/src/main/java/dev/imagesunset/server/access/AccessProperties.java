package dev.imagesunset.server.access;

import dev.imagesunset.server.request.Caller;
import dev.imagesunset.server.request.Role;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How callers are told apart.
 *
 * @param tokens fixed tokens and who each stands for; only for a server that nobody else can reach
 * @param roles what the identity service calls the roles that this service knows
 */
@ConfigurationProperties("image-sunset.access")
record AccessProperties(
        @DefaultValue Map<String, FixedToken> tokens,
        @DefaultValue RoleNames roles) {
    /** The fixed tokens, and the caller that each stands for. */
    Map<String, Caller> callers() {
        return tokens.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, token -> token.getValue()
                .caller()));
    }

    record FixedToken(String user, @Nullable String project, Set<Role> roles) {
        private Caller caller() {
            return new Caller(user, project, roles, null);
        }
    }
}
