package dev.imagesunset.server.front;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.coyote.AbstractProtocol;
import org.springframework.http.HttpHeaders;

/**
 * Room for callers who have no connection yet. While most of the connections that the server holds are taken, each
 * answer ends its own: those who are idle after an answer cannot take them all (ADR 58).
 */
final class RoomForOthers {
    private static final double MOST = 0.75;

    private RoomForOthers() {}

    /** Announces, with the answer, that its connection will be closed after it, if most are taken. */
    static void announce(Request request, Response response) {
        if (request.getConnector().getProtocolHandler() instanceof AbstractProtocol<?> protocol
                && protocol.getConnectionCount() > MOST * protocol.getMaxConnections()) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
        }
    }
}
