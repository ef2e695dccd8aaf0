package dev.imagesunset.client.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** HTTP on a port of this machine's own interface: finds the operation of a request, and writes its answer. */
final class StubServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(StubServer::daemon);
    private final Consumer<StubRequest> received;
    private final Answering answering;
    private final Conditions conditions;

    /** A server that tells of every request, whether or not there is such an operation. */
    StubServer(Consumer<StubRequest> received, Answering answering, Conditions conditions) {
        this.received = received;
        this.answering = answering;
        this.conditions = conditions;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("The stub found no port to listen on", e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    /** How a request is answered, once its operation is known. */
    interface Answering {
        StubAnswer answer(ContractOperation operation, String imageId, StubRequest request);
    }

    URI endpoint() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String requestId = "req-" + UUID.randomUUID();
        StubRequest request = StubRequest.of(exchange, requestId);
        received.accept(request);
        write(exchange, answer(request).with(Map.of("X-Openstack-Request-Id", requestId)));
    }

    private StubAnswer answer(StubRequest request) {
        for (ContractOperation operation : ContractOperation.ALL) {
            String imageId = operation.idIn(request.path()).orElse(null);
            if (imageId != null && operation.method().equals(request.method())) {
                return answer(operation, imageId, request);
            }
        }
        Refusal none = ContractOperation.ALL.stream()
                        .anyMatch(it -> it.idIn(request.path()).isPresent())
                ? new Refusal(405, "method-not-allowed", "The path has no " + request.method() + ".")
                : new Refusal(404, "path-not-found", "There is no such path.");
        return StubAnswer.problem(none, "The stub has no such operation.", request.id(), null);
    }

    private StubAnswer answer(ContractOperation operation, String imageId, StubRequest request) {
        try {
            return answering.answer(operation, imageId, request).with(conditions.notice(operation, imageId));
        } catch (Refusal refusal) {
            String title = operation.sentence(refusal.status(), "Refused.");
            String known = StubCatalogue.isUuid(imageId) ? imageId : null;
            return StubAnswer.problem(
                            refusal, title, request.id(), refusal.status() == 410 ? operation.successor() : null)
                    .with(conditions.notice(operation, known));
        }
    }

    private static void write(HttpExchange exchange, StubAnswer answer) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "image-service-stub");
        thread.setDaemon(true);
        return thread;
    }
}
