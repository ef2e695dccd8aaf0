package dev.imagesunset.server.bench;

import dev.imagesunset.server.PackagedServer;
import dev.imagesunset.server.PostgreSQL;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Deletes images over HTTP, each exactly once, and compares with what the database itself does through JDBC in the same
 * run: row by row, and in batches. The database is durable: a delete is on the disk before it is acknowledged. Server,
 * load and database share the machine.
 */
final class DeleteBenchmark {
    private static final List<Integer> ROWS =
            Trial.on() ? List.of(1_000) : List.of(1_000, 10_000, 100_000, 1_000_000, 10_000_000);
    private static final List<Integer> CONNECTIONS = List.of(1, 16, 64, 256);
    private static final int DELETES = Trial.on() ? 100 : Integer.getInteger("bench.deletes", 20_000);
    private static final int LARGEST = Integer.getInteger("bench.rows", 10_000_000);
    private static final int BATCH = 64;

    /**
     * After so many a JVM on two cores has compiled what it is going to compile, if everything that is measured has its
     * turn: what is called later for the first time makes it compile anew.
     */
    private static final int WARM_UP = Trial.on() ? 100 : 640_000;

    private final EmbeddedPostgres database;
    private final PackagedServer server;
    private final ProcessHandle databaseProcess;

    private DeleteBenchmark(EmbeddedPostgres database, PackagedServer server) {
        this.database = database;
        this.server = server;
        long postmaster = JdbcClient.create(database.getPostgresDatabase())
                .sql("SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::bigint")
                .query(Long.class)
                .single();
        databaseProcess = ProcessHandle.of(postmaster).orElseThrow();
    }

    public static void main(String[] arguments) throws Exception {
        try (EmbeddedPostgres database = PostgreSQL.durable()
                        .setServerConfig("shared_buffers", "512MB")
                        .setServerConfig("max_wal_size", "4GB")
                        .setServerConfig("max_connections", "400")
                        .start();
                PackagedServer server =
                        PackagedServer.on(database.getPort(), Map.of("server.tomcat.threads.max", "300"))) {
            DeleteBenchmark benchmark = new DeleteBenchmark(database, server);
            benchmark.warmUp();
            System.out.printf(
                    "%n%d deletes each, Java %s%n", DELETES, Runtime.version().feature());
            for (int rows : ROWS) {
                if (rows <= LARGEST) {
                    benchmark.measure(rows);
                }
            }
        }
    }

    private void warmUp() throws Exception {
        Table table = new Table(database, 100_000);
        served(table, 1);
        for (int done = 0; done < WARM_UP; done += 2 * DELETES) {
            System.out.printf("Warming up, %d of %d deletes%n", done, WARM_UP);
            refused();
            served(table, 16);
            served(table, 64);
        }
    }

    private void measure(int rows) throws Exception {
        Table table = new Table(database, rows);
        Timings batched = direct(table, 2, BATCH);
        Timings refused = refused();
        double limit = 1 / (1 / batched.perSecond() + 1 / refused.perSecond());
        System.out.printf(
                Locale.ROOT,
                "%n%d rows: PostgreSQL deletes %.0f/s in batches of %d; the server without it, a refusal behind the token, %.0f/s; the limit of both, one after the other, %.0f/s%n%n",
                rows,
                batched.perSecond(),
                BATCH,
                refused.perSecond(),
                limit);
        System.out.println(
                "| connections | PostgreSQL row by row/s | server/s | ratio | of the limit | p50 ms | p95 ms | p99 ms | server CPU ms | PostgreSQL CPU ms |");
        System.out.println("|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        for (int connections : CONNECTIONS) {
            Timings direct = direct(table, connections, 1);
            Cpu ofServer = new Cpu(server.process());
            Cpu ofDatabase = new Cpu(databaseProcess);
            Timings served = served(table, connections, ofServer, ofDatabase);
            System.out.printf(
                    Locale.ROOT,
                    "| %d | %.0f | %.0f | %.2f | %.2f | %.1f | %.1f | %.1f | %.3f | %.3f |%n",
                    connections,
                    direct.perSecond(),
                    served.perSecond(),
                    served.perSecond() / direct.perSecond(),
                    served.perSecond() / limit,
                    served.percentile(50),
                    served.percentile(95),
                    served.percentile(99),
                    each(ofServer),
                    each(ofDatabase));
        }
    }

    private static double each(Cpu cpu) {
        return cpu.spent().toMillis() / (double) DELETES;
    }

    /** Filling the table between two rounds is nobody's time. */
    private Timings served(Table table, int connections, Cpu... processes) throws Exception {
        return rounds(table, images -> {
            Timings timings = new Load<>(calls(images), connections, () -> ServedCalls.warmedUp(server))
                    .run(images.size(), () -> Stream.of(processes).forEach(Cpu::start));
            Stream.of(processes).forEach(Cpu::stop);
            return timings;
        });
    }

    private static List<String> calls(List<UUID> images) {
        return images.stream().map(id -> "DELETE /v1.1/images/" + id).toList();
    }

    /** The server without its database: it knows the token, which is not an operator's. */
    private Timings refused() throws Exception {
        List<String> calls = Collections.nCopies(DELETES, "GET /operator/tombstones");
        return new Load<>(calls, 16, () -> new ServedCalls(server, 403)).run();
    }

    private Timings direct(Table table, int connections, int size) throws Exception {
        return rounds(table, images -> new Load<>(
                        batches(images, size), connections, () -> new DirectDeletes(connect(), size))
                .run(images.size()));
    }

    private java.sql.Connection connect() throws SQLException {
        return database.getPostgresDatabase().getConnection();
    }

    private static List<List<UUID>> batches(List<UUID> images, int size) {
        List<List<UUID>> batches = new ArrayList<>();
        for (int from = 0; from < images.size(); from += size) {
            batches.add(images.subList(from, Math.min(images.size(), from + size)));
        }
        return batches;
    }

    /** As many as it takes, where the table has fewer rows than are to be deleted. */
    private static Timings rounds(Table table, Round round) throws Exception {
        Timings timings = new Timings();
        for (int left = DELETES; left > 0; ) {
            List<UUID> images = List.copyOf(table.take(left));
            timings.add(round.run(images));
            left -= images.size();
        }
        return timings;
    }

    private interface Round {
        Timings run(List<UUID> images) throws Exception;
    }
}
