package dev.imagesunset.server.sunset.web;

import static org.springframework.web.servlet.function.RequestPredicates.GET;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Serves the page on which operators watch the end. It contains no figures, but fetches them with the operator's token.
 */
@Configuration
class SunsetPage {
    @Bean
    RouterFunction<ServerResponse> sunsetPageForOperators() {
        return RouterFunctions.route()
                .resource(GET("/sunset"), new ClassPathResource("static/sunset.html"))
                .build();
    }
}
