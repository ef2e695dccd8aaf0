package dev.imagesunset.server.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.util.StringUtils;

/** Finds the token where OpenStack callers put it. */
final class TokenHeader implements BearerTokenResolver {
    private static final String NAME = "X-Auth-Token";

    @Override
    public @Nullable String resolve(HttpServletRequest request) {
        List<String> tokens = Collections.list(request.getHeaders(NAME));
        if (tokens.size() > 1) {
            throw new TokenAmbiguous();
        }
        return tokens.stream().filter(StringUtils::hasText).findFirst().orElse(null);
    }
}
