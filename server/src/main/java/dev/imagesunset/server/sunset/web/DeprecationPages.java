package dev.imagesunset.server.sunset.web;

import dev.imagesunset.api.ImageServiceContract;
import dev.imagesunset.server.contract.Contract;
import dev.imagesunset.server.sunset.Deprecations;
import dev.imagesunset.server.sunset.EndOfLife;
import dev.imagesunset.server.upstream.UpstreamProperties;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Serves the page that says what ends, when, and how to move, at the path that the contract names; and the contract
 * with the current date.
 */
@Configuration
class DeprecationPages {
    @Bean
    RouterFunction<ServerResponse> migrationPage(
            Deprecations deprecations,
            EndOfLife endOfLife,
            UpstreamProperties upstream,
            @Value("classpath:sunset/page.html") Resource template)
            throws IOException {
        // In front of an image service, the root is that service's.
        String contract = upstream.isInFront() ? ImageServiceContract.PATH.substring(1) : "./";
        String text = template.getContentAsString(StandardCharsets.UTF_8).replace("{contract}", contract);
        DeprecationPage page = new DeprecationPage(text, upstream.nativeApi());
        return RouterFunctions.route()
                .GET(
                        deprecations.first().migrationPage(),
                        request -> html(page.text(endOfLife.plan(), endOfLife.now())))
                .build();
    }

    private static ServerResponse html(String page) throws IOException {
        return ServerResponse.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(page);
    }

    /** Serves the contract with the current date, since its file has the date with which it was released. */
    @Bean
    RouterFunction<ServerResponse> contractWithItsDates(Contract contract, EndOfLife endOfLife) {
        return RouterFunctions.route()
                .GET(ImageServiceContract.PATH, request -> ServerResponse.ok()
                        .contentType(MediaType.APPLICATION_YAML)
                        .body(endOfLife
                                .plan()
                                .deprecation()
                                .withItsDate(contract.text())
                                .getBytes(StandardCharsets.UTF_8)))
                .build();
    }
}
