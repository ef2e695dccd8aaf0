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
 * @param adminProjects the ids of the projects in which the role admin counts; empty for every project
 */
@ConfigurationProperties("image-sunset.access")
record AccessProperties(
        @DefaultValue Map<String, FixedToken> tokens,
        @DefaultValue RoleNames roles,
        @DefaultValue Set<String> adminProjects) {
    /** The fixed tokens, and the caller that each stands for. */
    Map<String, Caller> callers() {
        return tokens.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, token -> limited(token.getValue().caller())));
    }

    /** The caller, without the role admin where it does not count. A role without a project is for the whole system. */
    Caller limited(Caller caller) {
        String project = caller.project();
        boolean counts = adminProjects.isEmpty() || project == null || adminProjects.contains(project);
        return counts ? caller : caller.without(Role.ADMIN);
    }

    record FixedToken(String user, @Nullable String project, Set<Role> roles) {
        private Caller caller() {
            return new Caller(user, project, roles, null);
        }
    }
}
