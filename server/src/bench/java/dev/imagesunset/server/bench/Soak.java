package dev.imagesunset.server.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.imagesunset.server.KillablePostgres;
import dev.imagesunset.server.PackagedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Calls of all kinds for a long time, while the database is killed and it and the server are frozen in turn. Prints what the server
 * takes of the machine, and in the end holds what callers were told against what the database has. For Linux.
 */
final class Soak {
    private static final int CALLERS = 32;
    private static final Duration STEP = Trial.on() ? Duration.ofSeconds(6) : Duration.ofMinutes(1);
    private static final int STEPS = Trial.on() ? 3 : Integer.getInteger("soak.minutes", 20);

    /** More than callers can delete in a step. */
    private static final int IMAGES = Trial.on() ? 20_000 : 150_000;

    private final KillablePostgres postgres;
    private final PackagedServer server;
    private final MixedCalls calls;

    private Soak(KillablePostgres postgres, PackagedServer server) {
        this.postgres = postgres;
        this.server = server;
        calls = new MixedCalls(server.port(), addImages(1).get(0));
    }

    public static void main(String[] arguments) throws Exception {
        Path data = Files.createTempDirectory("image-sunset-soak-");
        try (KillablePostgres postgres = new KillablePostgres(data.resolve("data"));
                PackagedServer server = PackagedServer.on(postgres.port(), Map.of())) {
            new Soak(postgres, server).run();
        }
    }

    private void run() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        fill();
        for (int i = 0; i < CALLERS; i++) {
            callers.execute(calls);
        }
        System.out.printf(
                "%n| after | and after | calls | 503 | without an answer | slowest ms | heap in use MB | resident MB | threads |%n");
        System.out.println("|---:|---|---:|---:|---:|---:|---:|---:|---:|");
        for (int step = 1; step <= STEPS; step++) {
            disturb(step);
            Thread.sleep(STEP.toMillis());
            print(step);
            fill();
        }
        calls.stop();
        callers.shutdown();
        callers.awaitTermination(1, TimeUnit.MINUTES);
        compare();
    }

    private void disturb(int step) throws Exception {
        switch (step % 3) {
            case 0 -> {
                postgres.kill();
                Thread.sleep(2_000);
                postgres.startAgain();
            }
            case 1 -> freeze(postgres.processes());
            default -> freeze(List.of(server.process()));
        }
    }

    private static String disturbance(int step) {
        return switch (step % 3) {
            case 0 -> "the database was killed";
            case 1 -> "the database was frozen";
            default -> "the server was frozen";
        };
    }

    /** For longer than callers wait at the server. */
    private static void freeze(List<ProcessHandle> processes) throws Exception {
        signal("STOP", processes);
        Thread.sleep(5_000);
        signal("CONT", processes);
    }

    /** To all at once: on a busy machine, a command for each takes seconds. */
    static void signal(String name, List<ProcessHandle> processes) throws Exception {
        List<String> command = new ArrayList<>(List.of("kill", "-" + name));
        processes.forEach(process -> command.add(String.valueOf(process.pid())));
        run(command.toArray(String[]::new));
    }

    private void fill() {
        calls.take(addImages(Math.max(0, IMAGES - calls.left())));
        postgres.client().sql("ANALYZE images").update();
    }

    private List<UUID> addImages(int number) {
        return postgres.client().sql("""
                        INSERT INTO images (id, name, status, visibility, owner, protected, min_disk, min_ram, created_at, updated_at)
                        SELECT gen_random_uuid(), 'image ' || n, 'active', 'private', 'demo', false, 1, 64, now(), now()
                        FROM generate_series(1, ?) AS n
                        RETURNING id
                        """).param(number).query(UUID.class).list();
    }

    private void print(int step) throws Exception {
        MixedCalls.Count count = calls.countSinceLastTime();
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %d | %d | %d | %.0f | %.1f | %d | %d |%n",
                STEP.multipliedBy(step).toString().substring(2).toLowerCase(Locale.ROOT),
                disturbance(step),
                count.calls(),
                count.unavailable(),
                count.unanswered(),
                count.slowest(),
                heapInUse() / 1e6,
                ProcessStatus.residentMegabytes(server.process()),
                ProcessStatus.threads(server.process()));
    }

    /** In bytes, after a whole collection. */
    private long heapInUse() throws Exception {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        List<String> histogram = run(jcmd, String.valueOf(server.process().pid()), "GC.class_histogram")
                .lines()
                .toList();
        return Long.parseLong(histogram.get(histogram.size() - 1).trim().replaceAll(".* ", ""));
    }

    private static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + output);
        }
        return output;
    }

    /** What was acknowledged is deleted; what else is deleted is no more than what got no answer that says so. */
    private void compare() throws Exception {
        JdbcClient database = postgres.client();
        Set<UUID> deleted =
                new HashSet<>(database.sql("SELECT id FROM images WHERE status = 'deleted' AND deleted_by = 'mia'")
                        .query(UUID.class)
                        .list());
        // Counted calls are written every five seconds.
        Thread.sleep(10_000);
        long counted = database.sql("SELECT sum(calls) FROM api_calls WHERE span = 'day' AND version = 'v1.1'")
                .query(Long.class)
                .single();
        Set<UUID> acknowledged = calls.acknowledged();
        System.out.printf(
                "%n%d deletes were acknowledged, %d of them are not done; %d more are done, and %d deletes got a 503 or no answer.%n",
                acknowledged.size(),
                acknowledged.stream().filter(id -> !deleted.contains(id)).count(),
                deleted.size() - acknowledged.size(),
                calls.doubtful());
        System.out.printf(
                "%d calls of v1.1 were answered, %d got no answer, and %d are counted.%n",
                calls.answeredV11(), calls.unansweredV11(), counted);
        System.out.printf("%d answers were neither what the call is for nor a 503.%n", calls.unexpected());
        boolean isExact = calls.unexpected() == 0
                && deleted.containsAll(acknowledged)
                && deleted.size() - acknowledged.size() <= calls.doubtful()
                && counted >= calls.answeredV11()
                && counted <= calls.answeredV11() + calls.unansweredV11();
        if (!isExact) {
            throw new IllegalStateException("What callers were told and what the database has do not agree.");
        }
    }
}
