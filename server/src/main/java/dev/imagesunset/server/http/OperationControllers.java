package dev.imagesunset.server.http;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Makes Spring find controllers by the contract's operations, and send what they answer. */
@Component
class OperationControllers implements WebMvcRegistrations {
    @Override
    public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new OperationMapping();
    }

    @Override
    public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
        return new RequestMappingHandlerAdapter() {
            @Override
            public void afterPropertiesSet() {
                super.afterPropertiesSet();
                List<HandlerMethodReturnValueHandler> others = Objects.requireNonNull(getReturnValueHandlers());
                setReturnValueHandlers(Stream.concat(Stream.of(new EmptyAnswers()), others.stream())
                        .toList());
            }
        };
    }
}
