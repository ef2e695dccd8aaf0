package dev.imagesunset.server.image.web;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RequestPredicates.headers;

import dev.imagesunset.server.contract.Contract;
import dev.imagesunset.server.generated.DiscoveryApi;
import dev.imagesunset.server.generated.Version;
import dev.imagesunset.server.generated.VersionLink;
import dev.imagesunset.server.generated.Versions;
import dev.imagesunset.server.image.ImageBackend;
import java.net.URI;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Answers what OpenStack's clients ask before they do anything. This uses routes, not a controller, because one path
 * answers browsers with a page, and because generated methods know no success but 2xx.
 */
@Configuration
class Discovery {
    private static final RequestPredicate ASKS_FOR_HTML = headers(headers -> headers.accept().stream()
            .anyMatch(type -> type.isConcrete() && type.isCompatibleWith(MediaType.TEXT_HTML)));

    @Bean
    RouterFunction<ServerResponse> versions(ImageBackend backend) {
        HandlerFunction<ServerResponse> choices = request -> versions(HttpStatus.MULTIPLE_CHOICES, backend);
        return RouterFunctions.route()
                .resource(
                        GET(DiscoveryApi.PATH_CHOOSE_VERSION).and(ASKS_FOR_HTML),
                        new ClassPathResource("static/index.html"))
                .GET(DiscoveryApi.PATH_CHOOSE_VERSION, choices)
                .GET(DiscoveryApi.PATH_CHOOSE_VERSION_WITHIN_V2, choices)
                .GET("/v2", choices)
                .GET(DiscoveryApi.PATH_LIST_VERSIONS, request -> versions(HttpStatus.OK, backend))
                .build();
    }

    @Bean
    RouterFunction<ServerResponse> schemas(Contract contract) {
        Schemas schemas = new Schemas(contract);
        return RouterFunctions.route()
                .GET("/v2/schemas/image", request -> ServerResponse.ok().body(schemas.image()))
                .GET("/v2/schemas/images", request -> ServerResponse.ok().body(schemas.images()))
                .build();
    }

    private static ServerResponse versions(HttpStatus status, ImageBackend backend) {
        URI here = ServletUriComponentsBuilder.fromCurrentContextPath()
                .build()
                .encode()
                .toUri();
        List<Version> versions =
                backend.nativeApi(here).map(Discovery::version).stream().toList();
        return ServerResponse.status(status).body(new Versions(versions));
    }

    private static Version version(URI address) {
        return new Version("v2.9", Version.StatusEnum.CURRENT, List.of(new VersionLink("self", address + "/v2/")));
    }
}
