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
 * Compares two versions of the server, each in a process of its own: they delete in turn, over 64 connections, so that
 * a slow moment of the machine meets both.
 */
final class TwoVersions {
    private static final String JAR = "server.jar";
    private static final int CONNECTIONS = 64;
    private static final int DELETES = Trial.on() ? 100 : 40_000;
    private static final int WARM_UPS = Trial.on() ? 1 : 7;
    private static final int ROUNDS = Trial.on() ? 1 : 8;
    private static final double ACTIVE = 0.95;
    private static final int ROWS = Trial.on() ? 1_000 : 600_000;

    private final PackagedServer server;
    private double milliseconds;
    private double perSecond;

    private TwoVersions(PackagedServer server) {
        this.server = server;
    }

    public static void main(String[] arguments) throws Exception {
        String[] jars = {System.getProperty(JAR), Trial.on() ? System.getProperty(JAR) : otherJar()};
        try (EmbeddedPostgres database = PostgreSQL.durable()
                        .setServerConfig("shared_buffers", "512MB")
                        .setServerConfig("max_wal_size", "4GB")
                        .start();
                PackagedServer first = start(jars[0], database);
                PackagedServer second = start(jars[1], database)) {
            List<TwoVersions> both = List.of(new TwoVersions(first), new TwoVersions(second));
            Table table = new Table(database, ROWS, ACTIVE);
            for (int round = 0; round < WARM_UPS + ROUNDS; round++) {
                System.out.printf("Round %d of %d%n", round + 1, WARM_UPS + ROUNDS);
                for (TwoVersions version : both) {
                    version.run(table.take(DELETES), round >= WARM_UPS);
                }
            }
            System.out.printf(
                    "%nJava %s%n%n| jar | server/s | server CPU ms |%n|---|---:|---:|%n",
                    Runtime.version().feature());
            for (int i = 0; i < jars.length; i++) {
                System.out.printf(
                        Locale.ROOT,
                        "| %s | %.0f | %.4f |%n",
                        jars[i],
                        both.get(i).perSecond / ROUNDS,
                        both.get(i).milliseconds / ROUNDS);
            }
        }
    }

    private static String otherJar() {
        String jar = System.getProperty("bench.other", "");
        if (jar.isEmpty()) {
            throw new IllegalArgumentException("Name the other jar, such as -Dbench.other=/tmp/before.jar");
        }
        return jar;
    }

    private static PackagedServer start(String jar, EmbeddedPostgres database) throws IOException {
        System.setProperty(JAR, jar);
        return PackagedServer.on(database.getPort(), Map.of());
    }

    private void run(List<UUID> images, boolean counts) throws Exception {
        Cpu cpu = new Cpu(server.process());
        List<String> calls =
                images.stream().map(id -> "DELETE /v1.1/images/" + id).toList();
        Timings timings =
                new Load<>(calls, CONNECTIONS, () -> ServedCalls.warmedUp(server)).run(calls.size(), cpu::start);
        cpu.stop();
        if (counts) {
            perSecond += timings.perSecond();
            milliseconds += cpu.spent().toMillis() / (double) calls.size();
        }
    }
}
