package dev.imagesunset.server.access;

import dev.imagesunset.server.request.Exchange;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * A firewall that allows any percent-encoded character in the tag at the end of a path; everywhere else, it refuses an
 * encoded slash, semicolon, percent sign or backslash.
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
        // A semicolon that is not encoded starts a path parameter and is not part of a tag.
        return isOfTags && request.getRequestURI().indexOf(';') < 0;
    }
}
