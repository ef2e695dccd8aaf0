package dev.imagesunset.server.front;

import org.apache.catalina.Context;
import org.apache.catalina.Valve;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Configures the callers' Tomcat so that the front valve handles every answer, including Tomcat's own, and so that
 * their connections do not use up the heap.
 */
@Component
class WebServer implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
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
            ConnectionLimit.set(connector, "callers", 3);
        });
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
