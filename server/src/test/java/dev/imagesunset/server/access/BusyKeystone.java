package dev.imagesunset.server.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** Validates 20 tokens a second, one after the other, as a real Keystone does. Tokens that begin with "good" are good. */
final class BusyKeystone implements AutoCloseable {
    private static final Duration WORK = Duration.ofMillis(50);

    private final ExecutorService worker = Executors.newSingleThreadExecutor();
    private final HttpServer http;

    BusyKeystone() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/v3/auth/tokens", this::validate);
        http.setExecutor(worker);
        http.start();
    }

    String url() {
        return "http://localhost:" + http.getAddress().getPort();
    }

    private void validate(HttpExchange question) throws IOException {
        long start = System.nanoTime();
        while (System.nanoTime() - start < WORK.toNanos()) {
            LockSupport.parkNanos(WORK.toNanos());
        }
        if (question.getRequestHeaders().getFirst("X-Subject-Token").startsWith("good")) {
            Instant end = Instant.now().plus(Duration.ofHours(1));
            answer(question, 200, KeystoneStandIn.body(KeystoneStandIn.IN_PROJECT, List.of("member"), end));
        } else {
            answer(question, 401, KeystoneStandIn.REFUSAL);
        }
    }

    private static void answer(HttpExchange question, int status, String json) throws IOException {
        byte[] body = json.getBytes(UTF_8);
        question.sendResponseHeaders(status, body.length);
        question.getResponseBody().write(body);
        question.close();
    }

    @Override
    public void close() {
        http.stop(0);
        worker.shutdownNow();
    }
}
