package dev.imagesunset.server.bench;

import dev.imagesunset.server.PackagedServer;
import dev.imagesunset.server.PostgreSQL;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks for what the page /sunset shows, with many callers and their calls of years, as the page does: all at once. */
final class SunsetPageBenchmark {
    private static final int PROJECTS = Trial.on() ? 10 : 1_000;
    private static final int DAYS = 500;
    private static final int REQUESTS = Trial.on() ? 3 : 100;
    private static final int WARM_UP = Trial.on() ? 3 : 300;
    private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");
    private static final Map<String, String> PARTS = Map.of(
            "the end and the chart", "/operator/sunset",
            "the callers", "/operator/callers?limit=1000",
            "the log", "/operator/decisions?limit=20",
            "whether it may end", "/operator/sunset/readiness",
            "one project", "/operator/calls?project=p7");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final PackagedServer server;

    private SunsetPageBenchmark(PackagedServer server) {
        this.server = server;
    }

    public static void main(String[] arguments) throws Exception {
        try (EmbeddedPostgres database = PostgreSQL.durable()
                        .setServerConfig("shared_buffers", "512MB")
                        .setServerConfig("max_wal_size", "4GB")
                        .start();
                PackagedServer server = PackagedServer.on(
                        database.getPort(),
                        Map.of(
                                "image-sunset.access.tokens.admin.user", "ada",
                                "image-sunset.access.tokens.admin.project", "admin",
                                "image-sunset.access.tokens.admin.roles", "admin"))) {
            fill(JdbcClient.create(database.getPostgresDatabase()));
            new SunsetPageBenchmark(server).run();
        }
    }

    /** Each project called both versions on each day. */
    private static void fill(JdbcClient database) {
        System.out.printf("Counting %d days of %d projects%n", DAYS, PROJECTS);
        database.sql("""
                        INSERT INTO api_calls (id, span, start_at, project, version, agent, outcome, calls, first_at, last_at)
                        SELECT gen_random_uuid(), 'day', day, 'p' || p, version, 'curl', 'ok', 1 + p % 50, day + interval '1 hour', day + interval '2 hours'
                        FROM generate_series(1, :projects) AS p, generate_series(0, :days - 1) AS d,
                            LATERAL (SELECT date_trunc('day', now(), 'UTC') - d * interval '1 day' AS day) AS days,
                            (VALUES ('v1.1'), ('v2')) AS versions (version)
                        """).param("projects", PROJECTS).param("days", DAYS).update();
        database.sql("""
                        INSERT INTO calling_projects (project, name, domain, last_user, last_request, user_agents, first_at, last_at)
                        SELECT 'p' || p, 'Team ' || p, 'Default', 'mia', 'req-' || p, '["curl/8.5.0"]', now() - interval '500 days', now()
                        FROM generate_series(1, :projects) AS p
                        """).param("projects", PROJECTS).update();
        database.sql("VACUUM (ANALYZE) api_calls").update();
    }

    private void run() throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            page().join();
        }
        System.out.printf(
                "%n| %d rows, %d projects | p50 ms | p99 ms |%n|---|---:|---:|%n", PROJECTS * DAYS * 2, PROJECTS);
        measure("the whole page", this::page);
        for (Map.Entry<String, String> part : PARTS.entrySet()) {
            measure(part.getKey(), () -> get(part.getValue()));
        }
    }

    private void measure(String name, Answer answer) throws Exception {
        long[] nanos = new long[REQUESTS];
        for (int i = 0; i < REQUESTS; i++) {
            long start = System.nanoTime();
            answer.get().join();
            nanos[i] = System.nanoTime() - start;
        }
        Timings timings = new Timings();
        timings.add(nanos, nanos.length, 1);
        System.out.printf(Locale.ROOT, "| %s | %.0f | %.0f |%n", name, timings.percentile(50), timings.percentile(99));
    }

    private CompletableFuture<Void> page() {
        List<CompletableFuture<Void>> parts = new ArrayList<>();
        parts.add(get("/operator/sunset"));
        parts.add(get("/operator/callers?limit=1000"));
        parts.add(get("/operator/decisions?limit=20"));
        return CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new));
    }

    /** Gets a list with what follows of it. */
    private CompletableFuture<Void> get(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
                .header("X-Auth-Token", "admin")
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).thenCompose(answer -> {
            if (answer.statusCode() != 200) {
                return CompletableFuture.failedFuture(
                        new IOException(path + " was answered with " + answer.statusCode() + answer.body()));
            }
            Matcher next = NEXT.matcher(answer.body());
            return path.contains("/callers") && next.find()
                    ? get(next.group(1))
                    : CompletableFuture.completedFuture(null);
        });
    }

    private interface Answer {
        CompletableFuture<Void> get() throws Exception;
    }
}
