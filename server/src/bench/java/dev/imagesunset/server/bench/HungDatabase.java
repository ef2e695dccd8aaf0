package dev.imagesunset.server.bench;

import dev.imagesunset.server.Connection;
import dev.imagesunset.server.KillablePostgres;
import dev.imagesunset.server.PackagedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Far more connections than the server has threads, while the database hangs: how soon their callers are told, and how soon it heals. */
final class HungDatabase {
    private static final int CONNECTIONS = Trial.on() ? 50 : 2_000;
    private static final int SECONDS = Trial.on() ? 2 : 15;
    private static final long STACK = 256 * 1024;

    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
    private final PackagedServer server;
    private final String operation;
    private volatile boolean isOver;

    private HungDatabase(PackagedServer server, String operation) {
        this.server = server;
        this.operation = operation;
    }

    public static void main(String[] arguments) throws Exception {
        Path data = Files.createTempDirectory("image-sunset-hung-");
        try (KillablePostgres postgres = new KillablePostgres(data);
                PackagedServer server = PackagedServer.on(
                        postgres.port(), Map.of("logging.level.access", "warn"), ManyConnections.HEAP)) {
            new HungDatabase(server, "DELETE /v1.1/images/").run(postgres);
            new HungDatabase(server, "GET /v2/images/").run(postgres);
        }
    }

    private void run(KillablePostgres postgres) throws Exception {
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            InetAddress address = addressOf(i);
            callers.add(new Thread(null, () -> call(address), "caller-" + i, STACK));
        }
        callers.forEach(Thread::start);
        System.out.printf("%d callers of %s, for %d s%n", CONNECTIONS, operation, SECONDS);
        Thread.sleep(SECONDS * 1_000L);
        System.out.printf("The database hangs, for %d s%n", SECONDS);
        List<ProcessHandle> processes = postgres.processes();
        Soak.signal("STOP", processes);
        long hung = System.nanoTime();
        Thread.sleep(SECONDS * 1_000L);
        Soak.signal("CONT", processes);
        long healed = System.nanoTime();
        System.out.printf("It goes on, for %d s%n", SECONDS);
        Thread.sleep(SECONDS * 1_000L);
        isOver = true;
        for (Thread caller : callers) {
            caller.join();
        }
        System.out.printf(
                "%n%s, %d connections, Java %s%n",
                operation, CONNECTIONS, Runtime.version().feature());
        print("before", call -> call.end() < hung);
        print("under way when the database hung", call -> call.start() < hung && call.end() >= hung);
        print("begun while it hung", call -> call.start() >= hung && call.start() < healed);
        print("begun in the first second after it", call -> isIn(call, healed, 0, 1));
        print("begun in the next two", call -> isIn(call, healed, 1, 3));
        print("begun later", call -> isIn(call, healed, 3, SECONDS));
    }

    private static boolean isIn(Call call, long since, int from, int to) {
        double seconds = (call.start() - since) / 1e9;
        return seconds >= from && seconds < to;
    }

    private void print(String when, Predicate<Call> which) {
        List<Call> some = calls.stream().filter(which).toList();
        if (some.isEmpty()) {
            System.out.printf("%-36s none%n", when);
            return;
        }
        Map<Integer, Long> answers =
                some.stream().collect(Collectors.groupingBy(Call::status, TreeMap::new, Collectors.counting()));
        Timings timings = new Timings();
        timings.add(some.stream().mapToLong(call -> call.end() - call.start()).toArray(), some.size(), 1);
        System.out.printf(
                Locale.ROOT,
                "%-36s answers by status %s; p50 %.0f ms, p99 %.0f ms, slowest %.0f ms%n",
                when,
                answers,
                timings.percentile(50),
                timings.percentile(99),
                timings.percentile(100));
    }

    /** One for each: callers with one address would share its ports, and have no free ones left after a few seconds. */
    private static InetAddress addressOf(int caller) throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 1, (byte) (caller / 200), (byte) (1 + caller % 200)});
    }

    /** Asks on one connection, and on a new one after each 503, which closes it; status 0 is no answer. */
    private void call(InetAddress address) {
        @Nullable Connection connection = null;
        while (!isOver) {
            long start = System.nanoTime();
            int status = 0;
            try {
                connection = connection == null ? new Connection(server.port(), address) : connection;
                status = connection.ask(operation + UUID.randomUUID(), PackagedServer.TOKEN);
            } catch (IOException e) {
                // Told by the status.
            }
            calls.add(new Call(start, System.nanoTime(), status));
            if (status != 404) {
                closeQuietly(connection);
                connection = null;
            }
        }
        closeQuietly(connection);
    }

    private static void closeQuietly(@Nullable Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (IOException e) {
            // It is of no use any more.
        }
    }

    private record Call(long start, long end, int status) {}
}
