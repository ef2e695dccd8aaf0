package dev.imagesunset.server.http;

import dev.imagesunset.server.contract.Operation;
import dev.imagesunset.server.request.Exchange;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Ignores the Accept header of deprecated operations: their callers cannot be changed, and they never read it. */
@Component
class IgnoredAccept implements WebMvcConfigurer {
    private final ContentNegotiationStrategy header = new HeaderContentNegotiationStrategy();

    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer configurer) {
        configurer.strategies(List.of(this::acceptedBy));
    }

    private List<MediaType> acceptedBy(NativeWebRequest request) throws HttpMediaTypeNotAcceptableException {
        HttpServletRequest asked = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        return Exchange.of(asked).operation().filter(Operation::isDeprecated).isPresent()
                ? ContentNegotiationStrategy.MEDIA_TYPE_ALL_LIST
                : header.resolveMediaTypes(request).stream()
                        .map(IgnoredAccept::ofSuccess)
                        .toList();
    }

    /** Reads a wish for problem documents as one for JSON, since a success is not a problem document. */
    private static MediaType ofSuccess(MediaType accepted) {
        return accepted.isConcrete() && MediaType.APPLICATION_PROBLEM_JSON.equalsTypeAndSubtype(accepted)
                ? new MediaType(MediaType.APPLICATION_JSON, accepted.getParameters())
                : accepted;
    }
}
