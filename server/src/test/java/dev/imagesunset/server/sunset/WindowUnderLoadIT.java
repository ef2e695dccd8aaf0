package dev.imagesunset.server.sunset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.imagesunset.server.Connection;
import dev.imagesunset.server.PackagedServer;
import dev.imagesunset.server.PostgreSQL;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two servers under load, while a brownout is started, shortened, and another one aborted: every answer is as the log says. */
class WindowUnderLoadIT {
    private static final Duration HEEDED_WITHIN = Duration.ofSeconds(10);
    private static final int CALLERS_OF_EACH = 4;
    private static final int OPEN = 404;
    private static final int RESTS = 410;

    private final EmbeddedPostgres postgres = PostgreSQL.durable().start();
    private final PackagedServer one = start();
    private final PackagedServer two = start();
    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Answered> answers = new ConcurrentLinkedQueue<>();
    private final List<Change> changes = new ArrayList<>(List.of(new Change(Instant.MIN, Instant.MIN, OPEN)));
    private volatile boolean isOver;

    WindowUnderLoadIT() throws IOException {}

    private PackagedServer start() throws IOException {
        return PackagedServer.on(
                postgres.getPort(),
                Map.of(
                        "image-sunset.access.tokens.operator.user", "ada",
                        "image-sunset.access.tokens.operator.project", "operators",
                        "image-sunset.access.tokens.operator.roles", "admin"));
    }

    @AfterEach
    void stop() throws Exception {
        threads.shutdownNow();
        one.close();
        two.close();
        postgres.close();
    }

    @Test
    void everyAnswerAgreesWithTheLogWithinTenSeconds() throws Exception {
        List<Future<?>> callers = new ArrayList<>();
        for (PackagedServer server : List.of(one, two)) {
            for (int i = 0; i < CALLERS_OF_EACH; i++) {
                callers.add(threads.submit(() -> call(server)));
            }
        }
        awaitEverywhere(OPEN);

        String first = startOf(decide(one, RESTS, "brownout", endInAnHour()));
        awaitEverywhere(RESTS);

        Instant end = now().plusSeconds(6);
        Instant decided = Instant.now();
        post(two, "brownout-end", first + ", \"end\": \"" + end + "\"");
        changes.add(new Change(end, later(end, decided.plus(HEEDED_WITHIN)), OPEN));
        awaitEverywhere(OPEN);

        String second = startOf(decide(two, RESTS, "brownout", endInAnHour()));
        awaitEverywhere(RESTS);

        decide(one, OPEN, "brownout-end", second);
        awaitEverywhere(OPEN);

        isOver = true;
        for (Future<?> caller : callers) {
            caller.get();
        }
        assertThat(answers).hasSizeGreaterThan(1_000).allSatisfy(answer -> assertThat(answer.status())
                .as("%s, where %s", answer, changes)
                .isIn(possible(answer)));
    }

    /** Calls one server until all is over. */
    private Void call(PackagedServer server) throws Exception {
        while (!isOver) {
            try (Connection connection = new Connection(server.port())) {
                for (int i = 0; i < 20 && !isOver; i++) {
                    Instant sent = Instant.now();
                    int status = connection.delete(UUID.randomUUID(), PackagedServer.TOKEN);
                    answers.add(new Answered(server.port(), sent, Instant.now(), status));
                    Thread.sleep(10);
                }
            }
        }
        return null;
    }

    /** Decides what comes into effect at once where it is decided, and elsewhere a little later. */
    private String decide(PackagedServer server, int status, String kind, String properties) throws Exception {
        // An effect that is written in whole seconds may begin with the second.
        Instant from = now();
        String decision = post(server, kind, properties);
        changes.add(new Change(from, Instant.now().plus(HEEDED_WITHIN), status));
        return decision;
    }

    private String post(PackagedServer server, String kind, String properties) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + server.port() + "/operator/decisions"))
                .header("X-Auth-Token", "operator")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"kind\": \"" + kind + "\", \"reason\": \"a test\", " + properties + "}"))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer.body();
    }

    /** Until both servers have answered so to all their callers for a while. */
    private void awaitEverywhere(int status) {
        await().atMost(HEEDED_WITHIN.multipliedBy(2)).until(() -> {
            Instant since = Instant.now().minusSeconds(1);
            List<Answered> latest = answers.stream()
                    .filter(answer -> answer.sent().isAfter(since))
                    .toList();
            return latest.stream().map(Answered::port).distinct().count() == 2
                    && latest.stream().allMatch(answer -> answer.status() == status);
        });
    }

    /** What may have been in effect from when a call was sent until it was answered. */
    private Set<Integer> possible(Answered answer) {
        Set<Integer> possible = new HashSet<>();
        for (Change change : changes) {
            if (!change.surelyFrom().isAfter(answer.sent())) {
                possible.clear();
            }
            if (!change.from().isAfter(answer.received())) {
                possible.add(change.status());
            }
        }
        return possible;
    }

    private static String endInAnHour() {
        return "\"end\": \"" + now().plus(1, ChronoUnit.HOURS) + "\"";
    }

    /** The property of a decision that says which brownout another one is about. */
    private static String startOf(String decision) {
        return decision.replaceAll(".*(\"start\":\"[^\"]+\").*", "$1");
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private record Answered(int port, Instant sent, Instant received, int status) {}

    /** From when on an answer may have the status, and from when on none may have another. */
    private record Change(Instant from, Instant surelyFrom, int status) {}
}
