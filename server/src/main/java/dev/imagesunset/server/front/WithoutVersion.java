package dev.imagesunset.server.front;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.tomcat.util.buf.MessageBytes;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Takes {@code /images} for {@code /v2/images}. The OpenStack command line, given a ready token and an endpoint, never
 * asks what versions there are; and a redirect would not do, since that client then sends its query twice.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class WithoutVersion extends ValveBase {
    private static final String IMAGES = "/images";

    WithoutVersion() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        String path = request.getDecodedRequestURI();
        if (path != null && (path.equals(IMAGES) || path.startsWith(IMAGES + "/"))) {
            addVersion(request.getCoyoteRequest().requestURI());
            addVersion(request.getCoyoteRequest().decodedURI());
            addVersion(request.getMappingData().requestPath);
            addVersion(request.getMappingData().wrapperPath);
        }
        getNext().invoke(request, response);
    }

    private static void addVersion(MessageBytes path) {
        path.setString("/v2" + path);
    }
}
