package dev.imagesunset.server.access;

import dev.imagesunset.server.request.Caller;
import java.util.Map;
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
        @DefaultValue Map<String, Caller> tokens,
        @DefaultValue RoleNames roles) {}
