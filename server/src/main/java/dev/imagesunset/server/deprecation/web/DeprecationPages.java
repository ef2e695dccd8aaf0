package dev.imagesunset.server.deprecation.web;

import dev.imagesunset.server.deprecation.Deprecation;
import dev.imagesunset.server.deprecation.Deprecations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** Serves, at the path that the contract names, what ends, when, and how to move. */
@Configuration
class DeprecationPages {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    @Bean
    RouterFunction<ServerResponse> migrationPages(
            Deprecations deprecations, @Value("classpath:deprecation/page.html") Resource template) throws IOException {
        String text = template.getContentAsString(StandardCharsets.UTF_8);
        RouterFunctions.Builder routes = RouterFunctions.route();
        for (Deprecation deprecation : deprecations.all()) {
            String page = fill(text, deprecation);
            routes.GET(deprecation.migrationPage(), request -> ServerResponse.ok()
                    .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                    .body(page));
        }
        return routes.build();
    }

    private static String fill(String template, Deprecation deprecation) {
        return template.replace("{method}", deprecation.method())
                .replace("{path}", deprecation.path())
                .replace("{since}", day(deprecation.since()))
                .replace("{sunset}", day(deprecation.sunset()))
                .replace("{successor.method}", deprecation.successor().method())
                .replace("{successor.path}", deprecation.successor().path());
    }

    private static String day(Instant instant) {
        return DAY.format(instant);
    }
}
