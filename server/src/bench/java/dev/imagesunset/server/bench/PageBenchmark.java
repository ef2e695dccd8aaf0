package dev.imagesunset.server.bench;

import dev.imagesunset.server.PackagedServer;
import dev.imagesunset.server.PostgreSQL;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Fetches pages of images and of tombstones over HTTP, from a small and from a large catalogue, and prints how long they
 * took and the ratio.
 */
final class PageBenchmark {
    private static final int SMALL = 1_000;
    private static final int LARGE = Trial.on() ? 2_000 : 1_000_000;
    private static final int REQUESTS = Trial.on() ? 5 : 500;
    private static final int WARM_UP = Trial.on() ? 5 : 5_000;
    private static final Map<String, String> ADMIN = Map.of(
            "image-sunset.access.tokens.admin.user", "ada",
            "image-sunset.access.tokens.admin.project", "admin",
            "image-sunset.access.tokens.admin.roles", "admin");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final JdbcClient database;
    private final PackagedServer server;

    private PageBenchmark(EmbeddedPostgres database, PackagedServer server) {
        this.database = JdbcClient.create(database.getPostgresDatabase());
        this.server = server;
    }

    public static void main(String[] arguments) throws Exception {
        try (EmbeddedPostgres database = PostgreSQL.durable()
                        .setServerConfig("shared_buffers", "1GB")
                        .setServerConfig("max_wal_size", "4GB")
                        .start();
                PackagedServer server = PackagedServer.on(database.getPort(), ADMIN)) {
            new PageBenchmark(database, server).run();
        }
    }

    private void run() throws Exception {
        fill(0, SMALL);
        System.out.println("Warming up");
        for (int done = 0; done < WARM_UP; done++) {
            get(pages().values().iterator().next());
        }
        Map<String, Double> small = measure();
        System.out.printf("Creating %d images and as many tombstones%n", LARGE);
        for (int from = SMALL; from < LARGE; from += 111_000) {
            fill(from, Math.min(LARGE, from + 111_000));
        }
        Map<String, Double> large = measure();
        System.out.printf("%n| page of 25, p50 ms | %d + %1$d rows | %d + %2$d rows | ratio |%n", SMALL, LARGE);
        System.out.println("|---|---:|---:|---:|");
        small.forEach((name, before) -> {
            double after = large.getOrDefault(name, Double.NaN);
            System.out.printf(Locale.ROOT, "| %s | %.2f | %.2f | %.2f |%n", name, before, after, after / before);
        });
    }

    private Map<String, Double> measure() throws Exception {
        database.sql("VACUUM (ANALYZE) images").update();
        Map<String, Double> medians = new LinkedHashMap<>();
        for (Map.Entry<String, Request> page : pages().entrySet()) {
            long[] nanos = new long[REQUESTS];
            for (int i = 0; i < REQUESTS; i++) {
                long start = System.nanoTime();
                get(page.getValue());
                nanos[i] = System.nanoTime() - start;
            }
            Timings timings = new Timings();
            timings.add(nanos, nanos.length, 1);
            medians.put(page.getKey(), timings.percentile(50));
        }
        return medians;
    }

    private Map<String, Request> pages() {
        UUID image = middle("deleted_at IS NULL AND owner = 'demo'", "created_at");
        UUID tombstone = middle("deleted_at IS NOT NULL", "deleted_at");
        Map<String, Request> pages = new LinkedHashMap<>();
        pages.put("the first, for a member", new Request("/v2/images", PackagedServer.TOKEN));
        pages.put("one in the middle, for a member", new Request("/v2/images?marker=" + image, PackagedServer.TOKEN));
        pages.put("the first by name", new Request("/v2/images?sort_key=name&sort_dir=asc", PackagedServer.TOKEN));
        pages.put("the images of one name", new Request("/v2/images?name=image%207", PackagedServer.TOKEN));
        pages.put(
                "the first by name and status",
                new Request("/v2/images?sort=name:asc,status:asc", PackagedServer.TOKEN));
        pages.put("the images of a tag that few have", new Request("/v2/images?tag=rare", PackagedServer.TOKEN));
        pages.put("the images of a custom property", new Request("/v2/images?build=70", PackagedServer.TOKEN));
        pages.put("one in the middle, for an admin", new Request("/v2/images?marker=" + image, "admin"));
        pages.put("the first tombstones", new Request("/operator/tombstones", "admin"));
        pages.put(
                "tombstones in the middle, of a project",
                new Request("/operator/tombstones?owner=demo&marker=" + tombstone, "admin"));
        return pages;
    }

    private UUID middle(String condition, String order) {
        return database.sql("SELECT id FROM images WHERE " + condition + " ORDER BY " + order
                        + ", id OFFSET (SELECT count(*) / 2 FROM images WHERE " + condition + ") LIMIT 1")
                .query(UUID.class)
                .single();
    }

    /** Half of them are tombstones, one in ten belongs to the caller, one in a hundred is public. */
    private void fill(int from, int to) {
        database.sql("""
                INSERT INTO images (id, name, status, visibility, owner, protected, min_disk, min_ram, tags, properties, created_at, updated_at,
                    deleted_at, deleted_by, deleted_by_request, deleted_through, status_before_delete)
                SELECT gen_random_uuid(), 'image ' || n, CASE WHEN dead THEN 'deleted' ELSE 'active' END,
                    CASE WHEN n % 100 = 1 THEN 'public' ELSE 'private' END, CASE WHEN n % 10 = 0 THEN 'demo' ELSE 'p' || n % 1000 END,
                    false, 1, 64, CASE n % 10000 WHEN 0 THEN '["nightly", "rare"]' ELSE '["nightly"]' END::jsonb,
                    jsonb_build_object('os_distro', 'debian', 'build', n::text), TIMESTAMPTZ '2016-01-01 00:00:00+00' + n * INTERVAL '1 second', now(),
                    CASE WHEN dead THEN TIMESTAMPTZ '2020-01-01 00:00:00+00' + n * INTERVAL '1 second' END,
                    CASE WHEN dead THEN 'mia' END, CASE WHEN dead THEN 'req' END, CASE WHEN dead THEN 'v2' END,
                    CASE WHEN dead THEN 'active' END
                FROM generate_series(CAST(:from AS integer), :to - 1) AS n, (VALUES (TRUE), (FALSE)) AS kinds (dead)
                """).param("from", from).param("to", to).update();
    }

    private void get(Request page) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + page.path()))
                .header("X-Auth-Token", page.token())
                .build();
        HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException(page + " was answered with " + answer.statusCode());
        }
    }

    private record Request(String path, String token) {}
}
