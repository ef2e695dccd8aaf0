package dev.imagesunset.client;

import dev.imagesunset.client.generated.ApiClient;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The generated client's transport, made fit for use. */
final class Transport {
    /** By it the service tells operators which programs still call what ends. */
    private static final String USER_AGENT = "image-sunset-client";

    private Transport() {}

    static ApiClient to(URI endpoint, Duration connectTimeout, Duration requestTimeout) {
        // HTTP/1.1: the JDK would try to upgrade cleartext. No redirects: they would carry the token elsewhere.
        HttpClient.Builder http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connectTimeout);
        ApiClient client = new OneHttpClient(http, endpoint);
        client.setReadTimeout(requestTimeout);
        client.setRequestInterceptor(request -> request.setHeader("User-Agent", USER_AGENT));
        client.setAsyncResponseInterceptor(response -> {
            closeAfter(requestTimeout, response);
            return new AsciiAnswer(response);
        });
        return client;
    }

    /** The generated one would build an HTTP client, with threads and connections, for each group of operations. */
    private static final class OneHttpClient extends ApiClient {
        private final HttpClient http;

        OneHttpClient(HttpClient.Builder builder, URI endpoint) {
            super(builder, TolerantReading.mapper(), endpoint.toString());
            http = builder.build();
        }

        @Override
        public HttpClient getHttpClient() {
            return http;
        }
    }

    /** The JDK's request timeout ends with the head of the answer; whoever reads the body would wait for ever. */
    private static void closeAfter(Duration timeout, HttpResponse<InputStream> response) {
        CompletableFuture.delayedExecutor(timeout.toNanos(), TimeUnit.NANOSECONDS)
                .execute(() -> {
                    try {
                        response.body().close();
                    } catch (IOException e) {
                        // Then it is closed all the same.
                    }
                });
    }
}
