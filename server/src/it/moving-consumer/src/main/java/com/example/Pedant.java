package com.example;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Takes 200 for the only success, as the example of the old documentation shows it: v2 would be a failure to it. */
class Pedant {
    void delete(HttpClient http, String service, String imageId) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(service + "/v1.1/images/" + imageId))
                .DELETE()
                .build();
        if (http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() != 200) {
            throw new IOException("Not deleted");
        }
    }
}
