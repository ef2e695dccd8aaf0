package dev.imagesunset.server.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** The URLs of one Keystone: the one that worked last is asked first, and the next ones when it does not work. */
final class IdentityEndpoints {
    private final List<String> urls;
    private final Duration answerTimeout;
    private final HttpClient http;
    private volatile int first;

    IdentityEndpoints(List<URI> urls, Duration answerTimeout, HttpClient http) {
        this.urls = urls.stream()
                .map(url -> url.toString().replaceFirst("(/v3)?/*$", ""))
                .toList();
        this.answerTimeout = answerTimeout;
        this.http = http;
    }

    /**
     * Gets a path from the first URL whose answer can be read.
     *
     * @param reader throws {@link IdentityUnavailable} for an answer that is not Keystone's
     * @param headers names and values, alternating
     * @throws IdentityUnavailable if no URL has such an answer
     */
    <T> T get(String path, Function<HttpResponse<String>, T> reader, String... headers) {
        List<String> failures = new ArrayList<>();
        for (int i = 0, start = first; i < urls.size(); i++) {
            int index = (start + i) % urls.size();
            try {
                T read = reader.apply(get(urls.get(index) + path, headers));
                first = index;
                return read;
            } catch (IdentityUnavailable e) {
                failures.add(urls.get(index) + " " + e.getMessage());
            } catch (IOException e) {
                failures.add(urls.get(index) + ": " + e);
            }
        }
        throw new IdentityUnavailable(String.join(", ", failures));
    }

    private HttpResponse<String> get(String url, String... headers) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).header("Accept", "application/json");
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        CompletableFuture<HttpResponse<String>> answer =
                http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
        try {
            return answer.get(answerTimeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (TimeoutException e) {
            throw new IOException("no answer within " + answerTimeout, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            answer.cancel(true);
        }
    }
}
