package com.example;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Deletes images as those do who never had a client. */
class ByHand {
    private static final String IMAGES = "/v1.1/images/";

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI service;
    private final String token;

    ByHand(URI service, String token) {
        this.service = service;
        this.token = token;
    }

    boolean delete(String imageId) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(service.resolve(IMAGES + imageId))
                .header("X-Auth-Token", token)
                .DELETE()
                .build();
        int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        return status == 200 || status == 204;
    }
}
