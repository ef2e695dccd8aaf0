package dev.imagesunset.server.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javax.net.ssl.SSLHandshakeException;

/** The URLs of one image service: the one that answered well last is asked first. */
final class UpstreamEndpoints {
    private final List<String> urls;
    private final HttpClient http;
    private final MeterRegistry meters;
    private volatile int first;

    UpstreamEndpoints(List<URI> urls, HttpClient http, MeterRegistry meters) {
        this.urls = urls.stream().map(UpstreamProperties::withoutVersion).toList();
        this.http = http;
        this.meters = meters;
    }

    /**
     * Asks what may be asked twice: one URL after the other until one has a good answer, each for its part of the time.
     *
     * @param reader throws {@link NoAnswer} for an answer that is not an image service's
     * @throws NoAnswer if no URL has a good answer
     */
    <T> T get(String path, Map<String, String> headers, Deadline deadline, Function<HttpResponse<String>, T> reader) {
        List<String> failures = new ArrayList<>();
        for (int i = 0, start = first; i < urls.size(); i++) {
            int index = (start + i) % urls.size();
            try {
                T read = reader.apply(send("GET", index, path, headers, deadline.part(urls.size() - i)));
                first = index;
                return read;
            } catch (IOException | NoAnswer e) {
                failures.add(urls.get(index) + ": " + e.getMessage());
            }
        }
        throw NoAnswer.unasked(String.join(", ", failures));
    }

    /**
     * Deletes. The next URL is asked only if the one before cannot have been reached: what may have arrived is never sent
     * again.
     *
     * @throws NoAnswer if none was reached, or the one that was does not answer
     */
    HttpResponse<String> delete(String path, Map<String, String> headers, Deadline deadline) {
        List<String> failures = new ArrayList<>();
        for (int i = 0, start = first; i < urls.size(); i++) {
            int index = (start + i) % urls.size();
            try {
                return send("DELETE", index, path, headers, deadline);
            } catch (ConnectException | HttpConnectTimeoutException | SSLHandshakeException e) {
                failures.add(urls.get(index) + ": " + e);
            } catch (IOException e) {
                throw NoAnswer.asked(urls.get(index) + ": " + e.getMessage());
            }
        }
        throw NoAnswer.unasked(String.join(", ", failures));
    }

    private HttpResponse<String> send(
            String method, int index, String path, Map<String, String> headers, Deadline deadline) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(urls.get(index) + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("Accept", "application/json");
        headers.forEach(request::header);
        Timer.Sample duration = Timer.start(meters);
        String outcome = "none";
        try {
            HttpResponse<String> answer = await(request.build(), deadline.left());
            outcome = Integer.toString(answer.statusCode());
            return answer;
        } finally {
            duration.stop(Timer.builder("image.sunset.upstream.requests")
                    .description("Requests to the image service behind this server, by the status of its answer")
                    .tag("method", method)
                    .tag("answer", outcome)
                    .register(meters));
        }
    }

    /** Waits for the whole answer: the request's own time limit would end at its headers. */
    private HttpResponse<String> await(HttpRequest request, Duration longest) throws IOException {
        CompletableFuture<HttpResponse<String>> answer =
                http.sendAsync(request, HttpResponse.BodyHandlers.ofString(UTF_8));
        try {
            return answer.get(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        } catch (TimeoutException e) {
            throw new IOException("no answer within " + longest.toMillis() + " ms", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            answer.cancel(true);
        }
    }
}
