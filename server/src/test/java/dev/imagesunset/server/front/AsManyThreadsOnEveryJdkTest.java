package dev.imagesunset.server.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagesunset.server.ServerTest;
import java.util.Objects;
import org.apache.coyote.AbstractProtocol;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.core.env.Environment;

/** Requests beyond what the server does at once wait in line, also on a JDK that has virtual threads (ADR 53). */
@ServerTest
class AsManyThreadsOnEveryJdkTest {
    @Autowired
    ServletWebServerApplicationContext server;

    @Autowired
    Environment environment;

    @Test
    void requestsRunInAPool() {
        TomcatWebServer tomcat = (TomcatWebServer) Objects.requireNonNull(server.getWebServer());
        AbstractProtocol<?> http =
                (AbstractProtocol<?>) tomcat.getTomcat().getConnector().getProtocolHandler();
        assertThat(http.getExecutor())
                .isInstanceOfSatisfying(org.apache.tomcat.util.threads.ThreadPoolExecutor.class, pool -> {
                    assertThat(pool.getMaximumPoolSize()).isEqualTo(200);
                    assertThat(pool.getQueue()).isInstanceOf(RequestQueue.class);
                });
        // On a JDK without them it would have no effect, and the line above would not notice.
        assertThat(environment.getProperty("spring.threads.virtual.enabled")).isNull();
    }
}
