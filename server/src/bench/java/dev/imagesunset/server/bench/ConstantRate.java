package dev.imagesunset.server.bench;

import dev.imagesunset.server.PackagedServer;
import dev.imagesunset.server.PostgreSQL;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Deletes at half the rate that the server reaches, for five minutes, and prints how long callers waited as time goes by.
 * A call is due when the rate says so: if the server pauses, all that come meanwhile wait for its end, and it shows.
 * Beside it, single deletes that go past the server show how long the database lets a caller wait, and the server's JVM
 * records its pauses.
 */
final class ConstantRate {
    private static final int SECONDS = Trial.on() ? 2 : Integer.getInteger("bench.seconds", 300);
    private static final Duration LENGTH = Duration.ofSeconds(SECONDS);
    private static final Duration STEP = Duration.ofSeconds(Trial.on() ? 1 : 20);
    private static final Duration BETWEEN_DIRECT = Duration.ofMillis(20);
    private static final int CONNECTIONS = 64;
    private static final int WARM_UPS = Trial.on() ? 1 : 8;
    private static final int AT_ONCE = Trial.on() ? 100 : 20_000;

    /** Enough for any rate that two cores reach. */
    private static final int MOST_PER_SECOND = Trial.on() ? 100 : 7_000;

    private static final double ACTIVE = 0.6;
    private static final int ROWS = (int) ((WARM_UPS * AT_ONCE + SECONDS * (MOST_PER_SECOND + 50)) / ACTIVE);

    private ConstantRate() {}

    public static void main(String[] arguments) throws Exception {
        Pauses pauses = new Pauses();
        try (EmbeddedPostgres database = PostgreSQL.durable()
                        .setServerConfig("shared_buffers", "512MB")
                        .setServerConfig("max_wal_size", "4GB")
                        .start();
                PackagedServer server = PackagedServer.on(database.getPort(), Map.of(), pauses.option())) {
            Table table = new Table(database, ROWS, ACTIVE);
            Timings full = new Timings();
            for (int round = 0; round < WARM_UPS; round++) {
                full = new Load<>(calls(table.take(AT_ONCE)), CONNECTIONS, () -> new ServedCalls(server, 204)).run();
                System.out.printf(Locale.ROOT, "Warming up, %.0f deletes/s%n", full.perSecond());
            }
            double rate = Trial.on() ? 100 : Math.min(full.perSecond() / 2, MOST_PER_SECOND);
            System.out.printf(
                    Locale.ROOT,
                    "%nJava %s, %.0f deletes/s for %d s%n%n| from s | p50 ms | p99 ms | p99.9 ms | slowest ms | slowest direct delete, ms | longest pause of the server's JVM, ms |%n|---:|---:|---:|---:|---:|---:|---:|%n",
                    Runtime.version().feature(),
                    rate,
                    SECONDS);
            int number = (int) (rate * SECONDS);
            int direct = (int) LENGTH.dividedBy(BETWEEN_DIRECT);
            List<UUID> images = table.take(number + direct);
            List<Due> work = due(calls(images.subList(0, number)), rate);
            long[] waits = new long[number];
            long[] waitsForDatabase;
            AtomicLong start = new AtomicLong();
            // All that was prepared survives: to be copied later, it would stop the load.
            System.gc();
            try (DirectDeletes directly =
                    new DirectDeletes(database.getPostgresDatabase().getConnection(), 1)) {
                FutureTask<long[]> besides =
                        new FutureTask<>(() -> delete(images.subList(number, images.size()), directly, start));
                Thread thread = new Thread(besides);
                thread.setDaemon(true);
                thread.start();
                new Load<>(work, CONNECTIONS, () -> new Punctual(new ServedCalls(server, 204), start, waits)).run();
                waitsForDatabase = besides.get();
            }
            for (Duration from = Duration.ZERO; from.compareTo(LENGTH) < 0; from = from.plus(STEP)) {
                Duration pause = pauses.longest(start.get() + from.toNanos(), STEP);
                print(String.valueOf(from.toSeconds()), step(waits, from), step(waitsForDatabase, from), pause);
            }
            print("all", waits, waitsForDatabase, pauses.longest(start.get(), LENGTH));
            System.out.printf("%nResident at the end: %d MB%n", ProcessStatus.residentMegabytes(server.process()));
        }
    }

    private static List<String> calls(List<UUID> images) {
        return images.stream().map(id -> "DELETE /v1.1/images/" + id).toList();
    }

    private static List<Due> due(List<String> calls, double rate) {
        return IntStream.range(0, calls.size())
                .mapToObj(number -> new Due(number, calls.get(number), (long) (number * 1e9 / rate)))
                .toList();
    }

    /** Deletes one image after the other, when each is due, and returns how long each took. */
    private static long[] delete(List<UUID> images, DirectDeletes directly, AtomicLong start) throws SQLException {
        long[] waits = new long[images.size()];
        while (start.get() == 0) {
            Thread.onSpinWait();
        }
        for (int number = 0; number < waits.length; number++) {
            waitUntil(start.get() + number * BETWEEN_DIRECT.toNanos());
            long begun = System.nanoTime();
            directly.does(List.of(images.get(number)));
            waits[number] = System.nanoTime() - begun;
        }
        return waits;
    }

    private static void waitUntil(long time) {
        for (long left = time - System.nanoTime(); left > 0; left = time - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** What was due in the step that begins then. */
    private static long[] step(long[] waits, Duration from) {
        int begin = (int) (waits.length * from.toMillis() / LENGTH.toMillis());
        int end = (int) (waits.length * from.plus(STEP).toMillis() / LENGTH.toMillis());
        return Arrays.copyOfRange(waits, begin, Math.min(end, waits.length));
    }

    private static void print(String when, long[] waits, long[] waitsForDatabase, Duration pause) {
        long[] sorted = waits.clone();
        Arrays.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f |%n",
                when,
                sorted[sorted.length / 2] / 1e6,
                sorted[(int) (sorted.length * 0.99)] / 1e6,
                sorted[(int) (sorted.length * 0.999)] / 1e6,
                sorted[sorted.length - 1] / 1e6,
                Arrays.stream(waitsForDatabase).max().orElse(0) / 1e6,
                pause.toNanos() / 1e6);
    }

    /** A call, and how many nanoseconds after the start it is due. */
    private record Due(int number, String call, long after) {}

    /** Calls when it is time, or, if it is late, at once; a wait begins when the call was due. */
    private static final class Punctual implements Load.Worker<Due> {
        private final ServedCalls calls;
        private final AtomicLong start;
        private final long[] waits;

        Punctual(ServedCalls calls, AtomicLong start, long[] waits) {
            this.calls = calls;
            this.start = start;
            this.waits = waits;
        }

        @Override
        public void does(Due due) throws IOException {
            start.compareAndSet(0, System.nanoTime());
            long time = start.get() + due.after();
            waitUntil(time);
            calls.does(due.call());
            waits[due.number()] = System.nanoTime() - time;
        }

        @Override
        public void close() throws IOException {
            calls.close();
        }
    }
}
