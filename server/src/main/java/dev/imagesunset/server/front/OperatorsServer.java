package dev.imagesunset.server.front;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/**
 * Configures the Tomcat of the operators' port, which is another, so that its connections do not use up the heap
 * either. Spring Boot finds this class in {@code META-INF/spring}; a scan would give it to the callers' Tomcat.
 */
final class OperatorsServer implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    @Override
    public void customize(TomcatServletWebServerFactory tomcat) {
        tomcat.addConnectorCustomizers(connector -> ConnectionLimit.set(connector, "operators", 12));
    }
}
