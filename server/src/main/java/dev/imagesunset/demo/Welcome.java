package dev.imagesunset.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.Resource;

/** Tells whoever started the demo where to look and what to paste. */
class Welcome {
    private final String text;

    Welcome(@Value("classpath:/demo/welcome.txt") Resource text) throws IOException {
        this.text = text.getContentAsString(StandardCharsets.UTF_8);
    }

    @EventListener
    void print(ApplicationReadyEvent ready) {
        String port = ready.getApplicationContext().getEnvironment().getRequiredProperty("local.server.port");
        System.out.print(text.replace("{server}", "http://localhost:" + port));
    }
}
