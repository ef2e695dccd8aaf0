package dev.imagesunset.server;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged server, running as a process of its own with production's settings and, unless Keystone is asked, one fixed token. */
public final class PackagedServer implements AutoCloseable {
    public static final String TOKEN = "a-token";

    private final Path folder;
    private final List<String> command;
    private final Path log = Files.createTempFile("image-sunset-", ".log");
    private final int port = FreePort.find();
    private final int operatorsPort = FreePort.find();
    private Process process;

    private PackagedServer(File jar, int postgresPort, Map<String, String> settings, String... jvmOptions)
            throws IOException {
        folder = jar.getAbsoluteFile().getParentFile().toPath();
        command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(("-Xmx512m " + System.getProperty("quick.jvm", "")).split(" ")));
        command.addAll(List.of(jvmOptions));
        command.addAll(record());
        command.addAll(List.of("-jar", jar.getName()));
        Map<String, String> all = new HashMap<>(Map.of(
                "server.address", "127.0.0.1",
                "server.port", "" + port,
                "management.server.port", "" + operatorsPort,
                // No test fails because a day has come.
                "image-sunset.v1-1.sunset", "2999-12-31",
                "image-sunset.stop.drain-time", "0s",
                "spring.datasource.url", PostgreSQL.url("postgres", postgresPort),
                "spring.datasource.username", "postgres"));
        if (!settings.containsKey("image-sunset.identity.urls")) {
            String token = "image-sunset.access.tokens." + TOKEN;
            all.putAll(Map.of(token + ".user", "mia", token + ".project", "demo", token + ".roles", "member"));
        }
        all.putAll(settings);
        all.forEach((name, value) -> command.add("--" + name + "=" + value));
        log.toFile().deleteOnExit();
        process = startProcess();
    }

    /** Starts the jar that the system property {@code server.jar} names, on a PostgreSQL of this machine. */
    public static PackagedServer on(int postgresPort, Map<String, String> settings, String... jvmOptions)
            throws IOException {
        return new PackagedServer(new File(System.getProperty("server.jar")), postgresPort, settings, jvmOptions);
    }

    /** Starts the one executable jar instead, as it is before it is unpacked. */
    static PackagedServer inOneJarOn(int postgresPort, Map<String, String> settings) throws IOException {
        return new PackagedServer(new File(System.getProperty("server.jar.packed")), postgresPort, settings);
    }

    /** What it has printed so far. */
    public String log() throws IOException {
        return Files.readString(log);
    }

    public int port() {
        return port;
    }

    public int operatorsPort() {
        return operatorsPort;
    }

    public ProcessHandle process() {
        return process.toHandle();
    }

    /** Ends the process as a crash would (SIGKILL). */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks the process to end (SIGTERM), and returns at once. */
    public Process terminate() {
        process.destroy();
        return process;
    }

    public void startAgain() throws IOException {
        process = startProcess();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            kill();
        }
    }

    /** What a start loads, if it was recorded beside the jar. It names the jar as the record does: in its folder. */
    private List<String> record() {
        if (folder.resolve("image-sunset.aot").toFile().exists()) {
            return List.of("-XX:AOTCache=image-sunset.aot");
        }
        if (folder.resolve("image-sunset.jsa").toFile().exists()) {
            return List.of("-XX:SharedArchiveFile=image-sunset.jsa");
        }
        return List.of();
    }

    private Process startProcess() throws IOException {
        Process started = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (!isListening()) {
            if (!started.isAlive() || Instant.now().isAfter(end)) {
                started.destroyForcibly();
                throw new IOException("The server does not start:\n" + log());
            }
            started.onExit()
                    .completeOnTimeout(started, 50, TimeUnit.MILLISECONDS)
                    .join();
        }
        return started;
    }

    private boolean isListening() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
