package dev.imagesunset.server.pact;

import au.com.dius.pact.provider.junitsupport.State;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.imagesunset.server.Catalogue;
import dev.imagesunset.server.Gate;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.MovableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The server for verifiers in other languages: they ask for states by HTTP, and everything else is passed on with the
 * caller's token.
 */
final class StatesByHttp implements AutoCloseable {
    static final String PATH = "/_states";

    private static final String TOKEN = "X-Auth-Token";
    private static final Set<String> OWN_TO_A_CONNECTION =
            Set.of("connection", "content-length", "host", "transfer-encoding", "upgrade", "keep-alive");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpServer front;
    private final ProviderStates states;
    private final int first;
    private int port;
    private final Map<String, OtherServer> others = new HashMap<>();

    StatesByHttp(
            Catalogue catalogue, ImageService service, MovableClock clock, Gate database, Environment environment) {
        first = service.port();
        port = first;
        states = new ProviderStates(
                catalogue,
                service,
                clock,
                database,
                setting -> port = others.computeIfAbsent(setting, it -> new OtherServer(environment, clock, it))
                        .port());
        try {
            front = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        front.createContext(PATH, exchange -> {
            JsonNode asked = JsonMapper.shared().readTree(exchange.getRequestBody());
            if (asked.path("action").asString("").equals("teardown")) {
                states.mend();
                clock.showRealTime();
                port = first;
            } else {
                make(asked);
            }
            answer(exchange, 200, new byte[0]);
        });
        front.createContext("/", this::passOn);
        front.start();
    }

    int port() {
        return front.getAddress().getPort();
    }

    private void make(JsonNode asked) {
        String name = asked.get("state").asString();
        Method state = Arrays.stream(ProviderStates.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(State.class))
                .filter(method ->
                        List.of(method.getAnnotation(State.class).value()).contains(name))
                .findFirst()
                .orElseThrow();
        try {
            Object[] parameters = {JsonMapper.shared().convertValue(asked.get("params"), Map.class)};
            state.invoke(states, Arrays.copyOf(parameters, state.getParameterCount()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void passOn(HttpExchange exchange) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + exchange.getRequestURI()))
                .method(
                        exchange.getRequestMethod(),
                        HttpRequest.BodyPublishers.ofByteArray(
                                exchange.getRequestBody().readAllBytes()));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OWN_TO_A_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, name.equalsIgnoreCase(TOKEN) ? states.token() : value));
            }
        });
        try {
            HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            answer.headers().map().forEach((name, values) -> {
                if (!OWN_TO_A_CONNECTION.contains(name)) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            answer(exchange, answer.statusCode(), answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        front.stop(0);
        others.values().forEach(OtherServer::close);
    }
}
