package dev.imagesunset.server.dist;

import dev.imagesunset.server.Connection;
import dev.imagesunset.server.FreePort;
import dev.imagesunset.server.PostgreSQL;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Unpacks the executable jar, and trains it: starts it once on a real database and deletes through it, so that the JVM
 * records which classes that takes and finds them ready from then on (JEP 350 on Java 17, JEP 514 from 25 on). The
 * integration tests start the result, and so does production, with a script and beans chosen ahead of time.
 */
final class Distribution {
    private static final String TOKEN = "training";
    private static final int STARTS = 5;
    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    private static final String ORIGIN = "made-from";
    private static final String RECORD = "image-sunset.jsa";
    private static final String CACHE = "image-sunset.aot";

    private final Path jar;
    private final Path folder;

    private Distribution(Path jar, Path folder) {
        this.jar = jar;
        this.folder = folder;
    }

    /** Takes the executable jar, the folder to make, and for production the script that starts what is in it. */
    public static void main(String[] arguments) throws Exception {
        Distribution made = new Distribution(Path.of(arguments[0]), Path.of(arguments[1]));
        if (arguments.length == 3) {
            made.makeForProduction(Path.of(arguments[2]));
        } else {
            made.makeForTests();
        }
    }

    private void makeForProduction(Path source) throws IOException, InterruptedException {
        unpack();
        Path script = Files.copy(source, folder.resolve("image-sunset"), StandardCopyOption.REPLACE_EXISTING);
        if (!script.toFile().setExecutable(true)) {
            throw new IOException("Not made executable: " + script);
        }
        try (EmbeddedPostgres database = PostgreSQL.durable().start()) {
            train(database, "-Dspring.aot.enabled=true");
            tryOut(database);
        }
        System.out.println("Made " + folder + ". Start it with " + script);
    }

    /** Does nothing when it was made from the same jar, for the same Java. */
    private void makeForTests() throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar));
        String origin = HexFormat.of().formatHex(digest) + " on Java " + Runtime.version();
        Path made = folder.resolve(ORIGIN);
        if (Files.exists(made) && Files.readString(made).equals(origin)) {
            return;
        }
        unpack();
        try (EmbeddedPostgres database = PostgreSQL.durable().start()) {
            train(database);
        }
        Files.writeString(made, origin);
    }

    private void unpack() throws IOException, InterruptedException {
        for (String old : List.of(ORIGIN, RECORD, CACHE)) {
            Files.deleteIfExists(folder.resolve(old));
        }
        List<String> arguments =
                List.of("-Djarmode=tools", "-jar", "" + jar, "extract", "--force", "--destination", "" + folder);
        requireEnd(java(arguments).inheritIO().start(), "unpack");
        Files.move(
                folder.resolve(jar.getFileName()),
                folder.resolve("image-sunset-server.jar"),
                StandardCopyOption.REPLACE_EXISTING);
    }

    private void train(EmbeddedPostgres database, String... jvmOptions) throws IOException, InterruptedException {
        String record =
                Runtime.version().feature() < 25 ? "-XX:ArchiveClassesAtExit=" + RECORD : "-XX:AOTCacheOutput=" + CACHE;
        List<String> arguments = new ArrayList<>(List.of("-Xlog:disable", "-Xlog:all=error", record));
        arguments.addAll(List.of(jvmOptions));
        arguments.addAll(List.of("-jar", "image-sunset-server.jar"));
        run(java(arguments), database, folder.resolveSibling("image-sunset-training.log"));
    }

    private void tryOut(EmbeddedPostgres database) throws IOException, InterruptedException {
        Path log = folder.resolveSibling("image-sunset-starts.log");
        ProcessBuilder script = new ProcessBuilder("./image-sunset");
        script.environment().put("JAVA_HOME", System.getProperty("java.home"));
        for (int start = 0; start < STARTS; start++) {
            System.out.printf(
                    Locale.ROOT,
                    "Answers an authenticated delete %.2f s after its start%n",
                    run(script, database, log).toMillis() / 1e3);
            if (!Files.readString(log).contains("Starting AOT-processed")) {
                throw new IOException("Its beans were not those chosen ahead of time. Unset Spring's variables here:\n"
                        + Files.readString(log));
            }
        }
    }

    /** Starts a server, deletes through it, and stops it; returns how long the first answer took. */
    private Duration run(ProcessBuilder command, EmbeddedPostgres database, Path log)
            throws IOException, InterruptedException {
        int port = FreePort.find();
        Map<String, String> settings = Map.of(
                "SERVER_ADDRESS", "127.0.0.1",
                "SERVER_PORT", Integer.toString(port),
                "MANAGEMENT_SERVER_PORT", Integer.toString(FreePort.find()),
                "IMAGESUNSET_V11_SUNSET", "2999-12-31",
                "IMAGESUNSET_STOP_DRAINTIME", "0s",
                "SPRING_DATASOURCE_URL", PostgreSQL.url("postgres", database.getPort()),
                "SPRING_DATASOURCE_USERNAME", "postgres",
                "IMAGESUNSET_ACCESS_TOKENS_TRAINING_USER", "mia",
                "IMAGESUNSET_ACCESS_TOKENS_TRAINING_PROJECT", "demo",
                "IMAGESUNSET_ACCESS_TOKENS_TRAINING_ROLES", "member");
        command.environment().putAll(settings);
        command.directory(folder.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
        Instant start = Instant.now();
        Process server = command.start();
        try {
            Duration first = delete(server, port, start);
            server.destroy();
            requireEnd(server, "run");
            return first;
        } catch (IOException e) {
            throw new IOException("It does not work:\n" + Files.readString(log), e);
        } finally {
            server.destroyForcibly();
        }
    }

    /** Deletes what is not there, as soon as the server listens: that takes the classes that a delete takes. */
    private static Duration delete(Process server, int port, Instant start) throws IOException, InterruptedException {
        while (true) {
            try (Connection connection = new Connection(port)) {
                requireNotFound(connection);
                Duration first = Duration.between(start, Instant.now());
                for (int i = 0; i < 100; i++) {
                    requireNotFound(connection);
                }
                return first;
            } catch (ConnectException e) {
                boolean isOver = server.waitFor(20, TimeUnit.MILLISECONDS);
                if (isOver || Duration.between(start, Instant.now()).compareTo(LONGEST_START) > 0) {
                    throw e;
                }
            }
        }
    }

    private static void requireNotFound(Connection connection) throws IOException {
        int status = connection.delete(UUID.randomUUID(), TOKEN);
        if (status != 404) {
            throw new IOException("Answered with " + status);
        }
    }

    private static ProcessBuilder java(List<String> arguments) {
        List<String> command = new ArrayList<>(arguments);
        command.add(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
        return new ProcessBuilder(command);
    }

    private static void requireEnd(Process process, String what) throws IOException, InterruptedException {
        boolean isOver = process.waitFor(2, TimeUnit.MINUTES);
        // Of a signal: 143.
        if (!isOver || (process.exitValue() != 0 && process.exitValue() != 143)) {
            process.destroyForcibly();
            throw new IOException("Java did not " + what);
        }
    }
}
