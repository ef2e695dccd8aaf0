package dev.imagesunset.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on a real port that gives the answers it was told to give, in their order. */
final class FakeService implements AutoCloseable {
    static final String REQUEST_ID = "req-75e9edca-7b43-47da-bdc5-d39be469b72f";

    final List<String> tokens = new CopyOnWriteArrayList<>();
    final List<String> agents = new CopyOnWriteArrayList<>();
    final List<String> upgrades = new CopyOnWriteArrayList<>();
    final List<String> rehearsals = new CopyOnWriteArrayList<>();
    final List<String> paths = new CopyOnWriteArrayList<>();
    final List<String> bodies = new CopyOnWriteArrayList<>();
    private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    FakeService() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** A port where nobody listens, and nobody else will until it is closed: it is taken, and refuses connections. */
    static Socket silentPort() throws IOException {
        Socket taken = new Socket();
        taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        return taken;
    }

    interface Reply {
        void send(HttpExchange exchange) throws IOException, InterruptedException;
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    FakeService answers(int status, Map<String, String> headers, String body) {
        return does(exchange -> {
            exchange.getResponseHeaders().set("X-Openstack-Request-Id", REQUEST_ID);
            headers.forEach(exchange.getResponseHeaders()::set);
            byte[] bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    FakeService answers(int status) {
        return answers(status, Map.of(), "");
    }

    FakeService answers(int status, String code) {
        String problem = "{\"title\":\"t\",\"status\":%d,\"detail\":\"d\",\"code\":\"%s\",\"request_id\":\"%s\"}"
                .formatted(status, code, REQUEST_ID);
        return answers(status, Map.of("Content-Type", "application/problem+json"), problem);
    }

    FakeService answersJson(int status, String json) {
        return answers(status, Map.of("Content-Type", "application/json"), json);
    }

    /** Takes the request, and drops the connection. */
    FakeService dropsTheConnection() {
        return does(HttpExchange::close);
    }

    FakeService does(Reply reply) {
        replies.add(reply);
        return this;
    }

    FakeService forgetsItsAnswers() {
        replies.clear();
        return this;
    }

    private void answer(HttpExchange exchange) throws IOException {
        agents.add(exchange.getRequestHeaders().getFirst("User-Agent"));
        upgrades.add(exchange.getRequestHeaders().getFirst("Upgrade"));
        tokens.add(exchange.getRequestHeaders().getFirst("X-Auth-Token"));
        rehearsals.add(exchange.getRequestHeaders()
                .getOrDefault("Sunset-Rehearsal", List.of("none"))
                .get(0));
        paths.add(exchange.getRequestURI().toString());
        bodies.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        Reply reply = replies.poll();
        if (reply == null) {
            throw new IOException("A call more than expected");
        }
        try {
            reply.send(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
