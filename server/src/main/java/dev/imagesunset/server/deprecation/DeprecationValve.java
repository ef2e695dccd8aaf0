package dev.imagesunset.server.deprecation;

import jakarta.servlet.ServletException;
import java.io.IOException;
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
    private final Deprecations deprecations;

    DeprecationValve(Deprecations deprecations) {
        super(true);
        this.deprecations = deprecations;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        String path = path(request);
        if (path != null) {
            deprecations.covering(path).ifPresent(deprecation -> tell(deprecation, path, response));
        }
        getNext().invoke(request, response);
    }

    private static void tell(Deprecation deprecation, String path, Response response) {
        response.setHeader("Deprecation", deprecation.deprecationHeader());
        response.setHeader("Sunset", deprecation.sunsetHeader());
        response.setHeader("Link", deprecation.linkHeader(path));
    }

    private static @Nullable String path(Request request) {
        String decoded = request.getDecodedRequestURI();
        return decoded == null ? request.getRequestURI() : decoded;
    }
}
