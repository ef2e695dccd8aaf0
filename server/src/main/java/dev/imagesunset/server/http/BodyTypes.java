package dev.imagesunset.server.http;

import dev.imagesunset.server.contract.Contract;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Makes Spring read all of the contract's body types as JSON, including one whose name does not say that it is JSON.
 */
@Component
class BodyTypes implements WebMvcConfigurer {
    private final List<MediaType> types;

    BodyTypes(Contract contract) {
        types = contract.requestTypes().stream().map(MediaType::parseMediaType).toList();
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.configureMessageConverters(this::addTypes);
    }

    private void addTypes(HttpMessageConverter<?> converter) {
        if (converter instanceof JacksonJsonHttpMessageConverter json) {
            json.setSupportedMediaTypes(Stream.concat(json.getSupportedMediaTypes().stream(), types.stream())
                    .distinct()
                    .toList());
        }
    }
}
