package dev.imagesunset.server.access;

import dev.imagesunset.server.request.Caller;
import dev.imagesunset.server.request.Role;
import dev.imagesunset.server.settings.IllegalSetting;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings that say who callers are and what they may do.
 *
 * @param tokens fixed tokens and the caller that each identifies; only for a server that nobody else can reach
 * @param roles the identity service's names for the roles that this service knows
 * @param adminProjects the ids of the projects in which the admin role counts; empty for all projects
 */
@ConfigurationProperties("image-sunset.access")
record AccessProperties(
        @DefaultValue Map<String, FixedToken> tokens,
        @DefaultValue RoleNames roles,
        @DefaultValue Set<String> adminProjects) {
    /** The fixed tokens, each with the caller that it identifies. */
    Map<String, Caller> callers() {
        return tokens.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, token -> limited(token.getValue().caller())));
    }

    /**
     * The caller, without the admin role where it does not count. Without a project, a role applies to the whole
     * system.
     */
    Caller limited(Caller caller) {
        String project = caller.project();
        boolean counts = adminProjects.isEmpty() || project == null || adminProjects.contains(project);
        return counts ? caller : caller.without(Role.ADMIN);
    }

    record FixedToken(
            @DefaultValue("") String user,
            @Nullable String project,
            @DefaultValue Set<Role> roles) {
        FixedToken {
            if (user.isBlank()) {
                throw new IllegalSetting(
                        "image-sunset.access.tokens.* has no user.",
                        "Set image-sunset.access.tokens.*.user to the user's id, like mia.");
            }
        }

        private Caller caller() {
            return new Caller(user, project, roles, null);
        }
    }
}
