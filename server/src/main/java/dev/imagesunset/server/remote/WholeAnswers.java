package dev.imagesunset.server.remote;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends requests and limits the time for the whole answer: a request's own timeout would cover only the headers. */
public final class WholeAnswers implements Sender {
    private final HttpClient http;

    public WholeAnswers(HttpClient http) {
        this.http = http;
    }

    @Override
    public HttpResponse<String> send(HttpRequest request, Duration longest) throws IOException {
        CompletableFuture<HttpResponse<String>> answer = http.sendAsync(request, headers -> new BoundedText());
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
