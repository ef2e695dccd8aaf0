package dev.imagesunset.server.access;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.util.StringUtils;

/** Finds the token where OpenStack callers put it. */
final class TokenHeader implements BearerTokenResolver {
    private static final String NAME = "X-Auth-Token";

    @Override
    public @Nullable String resolve(HttpServletRequest request) {
        String token = request.getHeader(NAME);
        return StringUtils.hasText(token) ? token : null;
    }
}
