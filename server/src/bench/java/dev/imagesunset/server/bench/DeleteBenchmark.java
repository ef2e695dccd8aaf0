package dev.imagesunset.server.bench;

import dev.imagesunset.server.PackagedServer;
import dev.imagesunset.server.PostgreSQL;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Deletes each of many images exactly once, over HTTP, and the same number with the server's own statement through as
 * many JDBC connections, and prints both rates and their ratio. The database is durable: a delete is on the disk before
 * it is acknowledged. Server, load and database share the machine.
 */
final class DeleteBenchmark {
    private static final List<Integer> CONNECTIONS = List.of(16, 64);
    private static final List<Integer> ROWS = Trial.on() ? List.of(100) : List.of(1_000, 100_000, 1_000_000);
    private static final int DELETES = Trial.on() ? 100 : Integer.getInteger("bench.deletes", 20_000);

    /** After so many a JVM on two cores has compiled what it is going to compile. */
    private static final int WARM_UP = Trial.on() ? 100 : 240_000;

    private DeleteBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        try (EmbeddedPostgres database = database();
                PackagedServer server = PackagedServer.on(database.getPort(), Map.of())) {
            Table table = new Table(database);
            warmUp(table, database, server);
            System.out.printf(
                    "%n%d deletes each, Java %s%n%n", DELETES, Runtime.version().feature());
            System.out.println(
                    "|    rows | connections | PostgreSQL deletes/s | server deletes/s | ratio | p50 ms | p95 ms | p99 ms |");
            System.out.println(
                    "|--------:|------------:|---------------------:|-----------------:|------:|-------:|-------:|-------:|");
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
        for (int done = 0; done < WARM_UP; done += DELETES) {
            System.out.printf("Warming up, %d of %d deletes%n", done, WARM_UP);
            run(table, DELETES, 16, () -> new ServedDeletes(server));
        }
        run(table, DELETES, 16, () -> new DirectDeletes(database));
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

    private static EmbeddedPostgres database() throws IOException {
        return PostgreSQL.durable()
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_wal_size", "4GB")
                .setServerConfig("max_connections", "200")
                .start();
    }
}
