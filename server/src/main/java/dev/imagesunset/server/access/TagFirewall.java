package dev.imagesunset.server.access;

import dev.imagesunset.server.request.Exchange;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Lets the tag at the end of a path have any character, percent-encoded; everywhere else a slash, a semicolon, a percent sign
 * or a backslash in disguise is refused.
 */
final class TagFirewall implements HttpFirewall {
    private final StrictHttpFirewall strict;
    private final StrictHttpFirewall forTags;

    TagFirewall(StrictHttpFirewall strict, StrictHttpFirewall forTags) {
        this.strict = strict;
        this.forTags = forTags;
        forTags.setAllowUrlEncodedSlash(true);
        forTags.setAllowUrlEncodedDoubleSlash(true);
        forTags.setAllowUrlEncodedPercent(true);
        forTags.setAllowSemicolon(true);
        forTags.setAllowBackSlash(true);
    }

    @Override
    public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
        return (endsInATag(request) ? forTags : strict).getFirewalledRequest(request);
    }

    @Override
    public HttpServletResponse getFirewalledResponse(HttpServletResponse response) {
        return strict.getFirewalledResponse(response);
    }

    private static boolean endsInATag(HttpServletRequest request) {
        boolean isOfTags = Exchange.of(request)
                .operation()
                .filter(operation -> operation.path().endsWith("/{tag}"))
                .isPresent();
        // One that is not encoded begins a parameter of the path, and is no part of a tag.
        return isOfTags && request.getRequestURI().indexOf(';') < 0;
    }
}
