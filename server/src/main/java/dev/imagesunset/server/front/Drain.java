package dev.imagesunset.server.front;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.coyote.AbstractProtocol;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * The beginning of a stop, before Tomcat takes no more requests: the server is not ready, but answers all the same, until a
 * balancer has noticed, and asks each caller to use another connection.
 */
@Component
class Drain implements SmartLifecycle {
    private final StopProperties properties;
    private volatile boolean isRunning;
    private volatile boolean hasBegun;

    Drain(StopProperties properties) {
        this.properties = properties;
    }

    /** Says to a caller that this connection takes no further request, if that is so. */
    void announce(Response response) {
        if (hasBegun) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
        }
    }

    /** Whether Tomcat has ceased to read requests; it calls what still comes over a kept connection a bad one. */
    static boolean isOver(Request request) {
        return request.getConnector().getProtocolHandler() instanceof AbstractProtocol<?> protocol
                && protocol.isPaused();
    }

    @Override
    public void start() {
        hasBegun = false;
        isRunning = true;
    }

    @Override
    public void stop() {
        hasBegun = true;
        try {
            Thread.sleep(properties.drainTime().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        isRunning = false;
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }
}
