package dev.imagesunset.server.deprecation;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Tells on every answer of an API version that ends, refusals by Tomcat included, since when it is deprecated, until
 * when it works and what to call instead.
 */
@Component
@Order(0)
class DeprecationValve extends ValveBase {
    private final List<Notice> notices;

    DeprecationValve(Deprecations deprecations) {
        super(true);
        this.notices = deprecations.all().stream().map(Notice::new).toList();
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        String path = path(request);
        if (path != null) {
            notices.stream()
                    .filter(notice -> notice.covers(path))
                    .findFirst()
                    .ifPresent(notice -> notice.tell(path, response));
        }
        getNext().invoke(request, response);
    }

    private static @Nullable String path(Request request) {
        String decoded = request.getDecodedRequestURI();
        return decoded == null ? request.getRequestURI() : decoded;
    }
}
