package dev.imagesunset.server.front;

import org.apache.catalina.Context;
import org.apache.catalina.Valve;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.AbstractProtocol;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Configures Tomcat so that the front valve handles every answer, including Tomcat's own, and so that callers'
 * connections do not use up the heap (ADR 57).
 */
@Component
class WebServer implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

    /** What Tomcat keeps for a connection in the middle of a request, most of it buffers; an idle one takes less. */
    private static final int BYTES_PER_CONNECTION = 45 * 1024;

    private final FrontValve front;

    WebServer(FrontValve front) {
        this.front = front;
    }

    @Override
    public void customize(TomcatServletWebServerFactory tomcat) {
        tomcat.setProtocol(HttpProtocol.class.getName());
        tomcat.addEngineValves(front);
        tomcat.addContextCustomizers(WebServer::leaveErrorsToOurValve);
        tomcat.addConnectorCustomizers(connector -> {
            connector.setProperty("relaxedPathChars", "\"<>[\\]^`{|}");
            // The firewall judges these, like everything else in a path: a tag may contain them.
            connector.setEncodedSolidusHandling("passthrough");
            connector.setEncodedReverseSolidusHandling("passthrough");
            limitConnections(connector);
        });
    }

    /** No more than a third of the heap has room for. */
    private static void limitConnections(Connector connector) {
        // Tomcat's 8 KB each would be most of what an idle connection takes; the first also adds to the buffer for
        // headers.
        connector.setProperty("socket.appReadBufSize", "2048");
        connector.setProperty("socket.appWriteBufSize", "2048");
        AbstractProtocol<?> http = (AbstractProtocol<?>) connector.getProtocolHandler();
        int limit = Math.toIntExact(Runtime.getRuntime().maxMemory() / 3 / BYTES_PER_CONNECTION);
        int configured = http.getMaxConnections();
        boolean unlimited = configured < 0;
        if (unlimited || limit < configured) {
            LOG.info("Holds up to {} connections; more need a larger heap (-Xmx).", limit);
            http.setMaxConnections(limit);
        }
    }

    private static void leaveErrorsToOurValve(Context context) {
        StandardHost host = (StandardHost) context.getParent();
        host.setErrorReportValveClass("");
        for (Valve valve : host.getPipeline().getValves()) {
            if (valve instanceof ErrorReportValve) {
                host.getPipeline().removeValve(valve);
            }
        }
    }
}
