package dev.imagesunset.server.front;

import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds no more connections at once than a part of the heap has room for (ADRs 57 and 63). */
final class ConnectionLimit {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionLimit.class);

    /** What Tomcat keeps for a connection in the middle of a request, most of it buffers; an idle one takes less. */
    private static final int BYTES_PER_CONNECTION = 45 * 1024;

    private ConnectionLimit() {}

    /**
     * Sets the limit, unless a lower one is configured.
     *
     * @param whose who connects, for the log
     * @param share how often the part that these connections may take fits into the heap
     */
    static void set(Connector connector, String whose, int share) {
        // Tomcat's 8 KB each would be most of what an idle connection takes; the first also adds to the buffer for
        // headers.
        connector.setProperty("socket.appReadBufSize", "2048");
        connector.setProperty("socket.appWriteBufSize", "2048");
        AbstractProtocol<?> http = (AbstractProtocol<?>) connector.getProtocolHandler();
        int limit = Math.toIntExact(Runtime.getRuntime().maxMemory() / share / BYTES_PER_CONNECTION);
        int configured = http.getMaxConnections();
        boolean unlimited = configured < 0;
        if (unlimited || limit < configured) {
            LOG.info("Holds up to {} connections of {}; more need a larger heap (-Xmx).", limit, whose);
            http.setMaxConnections(limit);
        }
    }
}
