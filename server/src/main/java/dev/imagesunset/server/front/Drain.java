package dev.imagesunset.server.front;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.coyote.AbstractProtocol;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * The first phase of a stop, before Tomcat stops accepting requests: the server reports that it is not ready but still
 * answers, until a balancer has noticed, and asks each caller to use another connection.
 */
@Component
class Drain implements SmartLifecycle {
    private final StopProperties properties;
    private volatile boolean isRunning;
    private volatile boolean hasBegun;

    Drain(StopProperties properties) {
        this.properties = properties;
    }

    /** Tells a caller that this connection takes no further requests, if the drain has begun. */
    void announce(Response response) {
        if (hasBegun) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
        }
    }

    /**
     * Whether Tomcat has stopped reading requests; it calls any that still arrives on an open connection a bad request.
     */
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
