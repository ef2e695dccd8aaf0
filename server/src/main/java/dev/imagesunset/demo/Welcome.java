package dev.imagesunset.demo;

import dev.imagesunset.server.upstream.UpstreamProperties;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.ResourceLoader;

/** Prints where to look and what to paste after the demo has started. */
class Welcome {
    private final String text;

    Welcome(DemoSettings settings, UpstreamProperties upstream, ResourceLoader resources) throws IOException {
        String file = upstream.isInFront() ? "welcome-in-front.txt" : "welcome.txt";
        text = resources
                .getResource("classpath:/demo/" + file)
                .getContentAsString(StandardCharsets.UTF_8)
                .replace("{folder}", settings.directory().toString())
                .replace(
                        "{upstream}", upstream.url().stream().map(URI::toString).collect(Collectors.joining(" and ")));
    }

    @EventListener
    void print(ApplicationReadyEvent ready) {
        String port = ready.getApplicationContext().getEnvironment().getRequiredProperty("local.server.port");
        System.out.print(text.replace("{server}", "http://localhost:" + port));
    }
}
