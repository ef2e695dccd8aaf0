package dev.imagesunset.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The executable jar, running as a process of its own with production's settings and one fixed token. */
public final class PackagedServer implements AutoCloseable {
    public static final String TOKEN = "a-token";

    private final List<String> command;
    private final Path log;
    private final int port;
    private Process process;

    public PackagedServer(Path jar, Path log, String databaseUrl, Map<String, String> settings) throws IOException {
        this.log = log;
        port = freePort();
        command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                System.getProperty("server.java.option", "-Xshare:auto"),
                "-jar",
                jar.toString(),
                "--spring.profiles.active=production",
                "--server.address=127.0.0.1",
                "--server.port=" + port,
                "--management.server.port=" + freePort(),
                "--spring.datasource.url=" + databaseUrl,
                "--spring.datasource.username=postgres",
                "--image-sunset.access.tokens." + TOKEN + ".user=mia",
                "--image-sunset.access.tokens." + TOKEN + ".project=demo",
                "--image-sunset.access.tokens." + TOKEN + ".roles=member"));
        settings.forEach((name, value) -> command.add("--" + name + "=" + value));
        process = startProcess();
    }

    public int port() {
        return port;
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

    private Process startProcess() throws IOException {
        Process started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (!isListening()) {
            if (!started.isAlive() || Instant.now().isAfter(end)) {
                throw new IOException("The server does not start:\n" + Files.readString(log));
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

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
