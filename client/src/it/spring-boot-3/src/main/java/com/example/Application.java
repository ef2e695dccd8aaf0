package com.example;

import dev.imagesunset.client.ImageService;
import dev.imagesunset.client.ImageServiceClient;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
class Application {
    @Bean
    ImageService images(@Value("${service}") URI service, @Value("${token}") String token) {
        return ImageServiceClient.builder(service)
                .token(token)
                .application("spring-boot/1")
                .build();
    }
}
