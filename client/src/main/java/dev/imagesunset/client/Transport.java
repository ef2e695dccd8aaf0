package dev.imagesunset.client;

import dev.imagesunset.client.generated.ApiClient;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;

/** The generated client's transport, made fit for use. */
final class Transport {
    /** By it the service tells operators which programs still call what ends. */
    private static final String USER_AGENT = "image-sunset-client";

    private Transport() {}

    static ApiClient to(URI endpoint, Duration connectTimeout) {
        // HTTP/1.1: the JDK would try to upgrade cleartext. No redirects: they would carry the token elsewhere.
        HttpClient.Builder http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connectTimeout);
        ApiClient client = new OneHttpClient(http, endpoint);
        client.setRequestInterceptor(request -> request.setHeader("User-Agent", USER_AGENT));
        return client;
    }

    /** The generated one would build an HTTP client, with threads and connections, for each group of operations. */
    private static final class OneHttpClient extends ApiClient {
        private final HttpClient http;

        OneHttpClient(HttpClient.Builder builder, URI endpoint) {
            super(builder, TolerantReading.mapper(), endpoint.toString());
            http = new WholeAnswers(builder.build());
        }

        @Override
        public HttpClient getHttpClient() {
            return http;
        }
    }
}
