package dev.imagesunset.server.bench;

import dev.imagesunset.server.Connection;
import dev.imagesunset.server.PackagedServer;
import dev.imagesunset.server.PostgreSQL;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Far more connections than the server has threads, all deleting at once: how many are told to come again, and how soon. */
final class ManyConnections {
    private static final int CONNECTIONS = Trial.on() ? 50 : 2_000;
    /** The start script's has room for fewer connections. */
    static final String HEAP = "-Xmx512m";

    private static final int ROUNDS = Trial.on() ? 1 : 5;
    private static final int WARM_UPS = Trial.on() ? 1 : 4;
    private static final int DELETES = Trial.on() ? 200 : 20_000;

    private ManyConnections() {}

    public static void main(String[] arguments) throws Exception {
        try (EmbeddedPostgres database = PostgreSQL.durable().start();
                PackagedServer server = PackagedServer.on(database.getPort(), Map.of(), HEAP)) {
            Table table = new Table(database, 5 * DELETES);
            for (int round = 0; round < WARM_UPS; round++) {
                System.out.printf("Warming up, %d of %d%n", round, WARM_UPS);
                run(table, server, 16, new ConcurrentSkipListMap<>());
            }
            Map<Integer, AtomicInteger> answers = new ConcurrentSkipListMap<>();
            Timings timings = new Timings();
            for (int round = 0; round < ROUNDS; round++) {
                timings.add(run(table, server, CONNECTIONS, answers));
            }
            System.out.printf(
                    Locale.ROOT,
                    "%n%d connections, Java %s: answers by status %s; %.0f/s, p50 %.0f ms, p99 %.0f ms, slowest %.0f ms%n",
                    CONNECTIONS,
                    Runtime.version().feature(),
                    answers,
                    timings.perSecond(),
                    timings.percentile(50),
                    timings.percentile(99),
                    timings.percentile(100));
        }
    }

    private static Timings run(Table table, PackagedServer server, int connections, Map<Integer, AtomicInteger> answers)
            throws Exception {
        List<String> calls = table.take(DELETES).stream()
                .map(id -> "DELETE /v1.1/images/" + id)
                .toList();
        return new Load<>(calls, connections, () -> new Counting(server, answers)).run();
    }

    /** Counts what the answers are; it connects anew after a 503, which closes the connection. */
    private static final class Counting implements Load.Worker<String> {
        private final PackagedServer server;
        private final Map<Integer, AtomicInteger> answers;
        private Connection connection;

        Counting(PackagedServer server, Map<Integer, AtomicInteger> answers) throws IOException {
            this.server = server;
            this.answers = answers;
            connection = new Connection(server.port());
        }

        @Override
        public void does(String call) throws IOException {
            int status = connection.ask(call, PackagedServer.TOKEN);
            answers.computeIfAbsent(status, first -> new AtomicInteger()).incrementAndGet();
            if (status == 503) {
                connection.close();
                connection = new Connection(server.port());
            }
        }

        @Override
        public void close() throws IOException {
            connection.close();
        }
    }
}
