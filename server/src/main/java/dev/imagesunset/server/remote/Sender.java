package dev.imagesunset.server.remote;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Sends a request and waits for its answer. */
public interface Sender {
    /**
     * Sends one request, once.
     *
     * @param longest how long the whole answer may take
     * @throws IOException if there is no answer in time
     */
    HttpResponse<String> send(HttpRequest request, Duration longest) throws IOException;
}
