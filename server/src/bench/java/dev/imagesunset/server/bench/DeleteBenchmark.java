package dev.imagesunset.server.bench;

import dev.imagesunset.server.PackagedServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Deletes each of many images exactly once, over HTTP, and the same number with the server's own statement through as
 * many JDBC connections, and prints both rates and their ratio. The database is durable: a delete is on the disk before
 * it is acknowledged. Server, load and database share the machine.
 */
final class DeleteBenchmark {
    private static final List<Integer> CONNECTIONS = List.of(16, 64);
    private static final List<Integer> ROWS = Stream.of(System.getProperty("bench.rows", "1000,100000,1000000").split(","))
            .map(Integer::valueOf)
            .toList();
    private static final int DELETES = Integer.getInteger("bench.deletes", 20_000);

    private DeleteBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        try (EmbeddedPostgres database = durable();
                PackagedServer server = serving(Path.of(arguments[0]), database)) {
            Table table = new Table(database);
            warmUp(table, database, server);
            System.out.printf("%n%d deletes each, Java %s%n%n", DELETES, Runtime.version().feature());
            System.out.println("|    rows | connections | PostgreSQL deletes/s | server deletes/s | ratio | p50 ms | p95 ms | p99 ms |");
            System.out.println("|--------:|------------:|---------------------:|-----------------:|------:|-------:|-------:|-------:|");
            for (int rows : ROWS) {
                for (int connections : CONNECTIONS) {
                    Timings direct = run(table, rows, connections, () -> new DirectDeletes(database));
                    Timings served = run(table, rows, connections, () -> new ServedDeletes(server));
                    print(rows, connections, direct, served);
                }
            }
        }
    }

    private static void warmUp(Table table, EmbeddedPostgres database, PackagedServer server) throws Exception {
        for (int i = 0; i < 3; i++) {
            System.out.println("Warming up, " + (i + 1) + " of 3");
            run(table, 10_000, 16, () -> new DirectDeletes(database));
            run(table, 10_000, 16, () -> new ServedDeletes(server));
        }
    }

    /** As many rounds as it takes, each with a table that is filled anew. */
    private static Timings run(Table table, int rows, int connections, Load.Source source) throws Exception {
        Timings timings = new Timings();
        for (int left = DELETES; left > 0; left -= rows) {
            List<UUID> images = table.fill(rows, Math.min(rows, left));
            timings.add(new Load(images, connections, source).run());
        }
        return timings;
    }

    private static void print(int rows, int connections, Timings direct, Timings served) {
        System.out.printf(
                Locale.ROOT,
                "| %7d | %11d | %20.0f | %16.0f | %5.2f | %6.1f | %6.1f | %6.1f |%n",
                rows,
                connections,
                direct.perSecond(),
                served.perSecond(),
                served.perSecond() / direct.perSecond(),
                served.percentile(50),
                served.percentile(95),
                served.percentile(99));
    }

    private static PackagedServer serving(Path jar, EmbeddedPostgres database) throws Exception {
        String url = "jdbc:postgresql://localhost:" + database.getPort() + "/postgres";
        return new PackagedServer(jar, jar.resolveSibling("bench.log"), url, Map.of());
    }

    private static EmbeddedPostgres durable() throws Exception {
        return EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_wal_size", "4GB")
                .setServerConfig("max_connections", "200")
                .start();
    }
}
