package com.example;

import dev.imagesunset.client.ImageService;
import dev.imagesunset.client.ImageServiceClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import java.net.URI;

class Images {
    @Produces
    @ApplicationScoped
    ImageService images() {
        return ImageServiceClient.builder(URI.create(System.getProperty("service")))
                .token(System.getProperty("token"))
                .application("quarkus/1")
                .build();
    }

    void close(@Disposes ImageService images) {
        images.close();
    }
}
