package dev.imagesunset.client;

import java.net.Proxy;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Sends requests, each with what every request has, and brings their answers whole. */
final class Transport {
    private final String userAgent;
    private final WantedBody wanted;
    private final boolean isOwn;
    private volatile @Nullable HttpClient http;

    Transport(HttpClient http, boolean isOwn, String userAgent, WantedBody wanted) {
        this.http = http;
        this.isOwn = isOwn;
        this.userAgent = userAgent;
        this.wanted = wanted;
    }

    /**
     * An answer that does not come in time is not waited for, nor is one that is cancelled.
     *
     * @param sending is told just before anything can be sent, and may prevent it
     */
    CompletableFuture<HttpResponse<byte[]>> send(
            HttpRequest request, String token, Duration timeout, Runnable sending) {
        HttpClient open = http;
        if (open == null) {
            return CompletableFuture.failedFuture(new IllegalStateException("The client is closed"));
        }
        Proxy proxy;
        try {
            proxy = ProxyInUse.of(open, request.uri());
        } catch (NotSent e) {
            return CompletableFuture.failedFuture(e);
        }
        sending.run();
        CompletableFuture<HttpResponse<byte[]>> sent;
        try {
            sent = open.sendAsync(
                    complete(request, token), head -> new BoundedBody(wanted.longest(request, head.statusCode())));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e); // A full executor's, for example.
        }
        CompletableFuture<HttpResponse<byte[]>> inTime = new CompletableFuture<>();
        Relay.hand(sent, inTime, Runnable::run, failure -> ProxyInUse.blamed(proxy, failure));
        Relay.afterwards(inTime, () -> sent.cancel(true));
        return inTime.orTimeout(CallBudget.nanos(timeout), TimeUnit.NANOSECONDS);
    }

    /** Lets go of the client's own HTTP client, which ends its threads when nobody can use it any more. */
    void close() {
        HttpClient closing = http;
        http = null;
        // From Java 21 on it can be told.
        if (isOwn && closing instanceof AutoCloseable closeable) {
            close(closeable);
        }
    }

    private static void close(AutoCloseable http) {
        try {
            http.close();
        } catch (Exception e) {
            throw new IllegalStateException("The HTTP client could not be closed", e);
        }
    }

    private HttpRequest complete(HttpRequest request, String token) {
        HttpRequest.Builder complete = HttpRequest.newBuilder(request, (name, value) -> true)
                .header("User-Agent", userAgent)
                .header("X-Auth-Token", token);
        // Over cleartext, HTTP/2 would be asked for by an upgrade, which some proxies stumble over.
        boolean isClear = "http".equals(request.uri().getScheme());
        return isClear ? complete.version(HttpClient.Version.HTTP_1_1).build() : complete.build();
    }
}
