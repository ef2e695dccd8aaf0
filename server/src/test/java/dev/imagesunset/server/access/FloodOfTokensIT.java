package dev.imagesunset.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagesunset.server.Connection;
import dev.imagesunset.server.PackagedServer;
import dev.imagesunset.server.PostgreSQL;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 120 connections from one address send tokens that are none, as fast as they are answered, and others go on calling. */
class FloodOfTokensIT {
    private static final int FLOOD = 120;
    private static final int CALLERS = 4;
    private static final Duration LENGTH = Duration.ofSeconds(5);
    private static final String ELSEWHERE = "127.0.0.2";
    private static final String HERE = "127.0.0.1";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final BusyKeystone keystone = new BusyKeystone();
    private final EmbeddedPostgres postgres = PostgreSQL.durable().start();
    private final PackagedServer server = PackagedServer.on(
            postgres.getPort(),
            Map.of(
                    "image-sunset.identity.urls",
                    keystone.url(),
                    // So short that known tokens run out, more than once, while the flood lasts.
                    "image-sunset.identity.token-cache-time",
                    "2s"));
    private volatile long start;

    FloodOfTokensIT() throws IOException {}

    @AfterEach
    void stop() throws Exception {
        server.close();
        postgres.close();
        keystone.close();
    }

    @Test
    void theGoodAreAnsweredWhileTheFloodIsTurnedAway() throws Exception {
        List<String> known = new ArrayList<>();
        try (Connection connection = new Connection(server.port())) {
            for (int i = 0; i < CALLERS; i++) {
                known.add(newToken());
                assertThat(connection.delete(UUID.randomUUID(), known.get(i))).isEqualTo(404);
            }
        }
        start = System.nanoTime();
        List<Future<Map<Integer, Integer>>> flood = together(FLOOD, ELSEWHERE, () -> "bad" + UUID.randomUUID());
        List<Future<Map<Integer, Integer>>> knownCallers = new ArrayList<>();
        known.forEach(token -> knownCallers.addAll(together(1, HERE, () -> token)));
        List<Future<Map<Integer, Integer>>> newcomers = together(CALLERS, HERE, FloodOfTokensIT::newToken);

        Map<Integer, Integer> ofFlood = answers(flood);
        Map<Integer, Integer> ofKnown = answers(knownCallers);
        Map<Integer, Integer> ofNewcomers = answers(newcomers);
        assertThat(ofKnown.keySet()).as("answers to known tokens").containsExactly(404);
        assertThat(ofNewcomers.keySet()).as("answers to new good tokens").containsExactly(404);
        assertThat(ofFlood.keySet()).as("answers to the flood").containsOnly(401, 503);
    }

    private List<Future<Map<Integer, Integer>>> together(int number, String from, Supplier<String> tokens) {
        List<Future<Map<Integer, Integer>>> callers = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            callers.add(threads.submit(() -> call(from, tokens)));
        }
        return callers;
    }

    /** How often each status was the answer. */
    private Map<Integer, Integer> call(String from, Supplier<String> tokens) throws IOException {
        Map<Integer, Integer> answers = new TreeMap<>();
        while (System.nanoTime() - start < LENGTH.toNanos()) {
            // The server closes a connection after a 503.
            try (Connection connection = new Connection(server.port(), InetAddress.getByName(from))) {
                answers.merge(connection.delete(UUID.randomUUID(), tokens.get()), 1, Integer::sum);
            }
        }
        return answers;
    }

    private static Map<Integer, Integer> answers(List<Future<Map<Integer, Integer>>> callers) throws Exception {
        ConcurrentMap<Integer, Integer> all = new ConcurrentHashMap<>();
        for (Future<Map<Integer, Integer>> caller : callers) {
            caller.get(20, TimeUnit.SECONDS).forEach((status, number) -> all.merge(status, number, Integer::sum));
        }
        return new TreeMap<>(all);
    }

    private static String newToken() {
        return "good" + UUID.randomUUID();
    }
}
