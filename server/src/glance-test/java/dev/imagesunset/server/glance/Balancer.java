package dev.imagesunset.server.glance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Debian's HAProxy with the lines of docs/operating.md, on the address that Keystone's catalog has in a region of its own. */
final class Balancer implements AutoCloseable {
    static final String REGION = "Balanced";
    static final String URL = "http://127.0.0.1:19300";

    private static final Path GUIDE = Path.of("..", "docs", "operating.md");
    private static final Pattern LINES = Pattern.compile("```\n(frontend images\n.*?)```", Pattern.DOTALL);

    private final Path log;
    private final Process haproxy;

    Balancer(Path folder, int port, int operatorsPort) throws IOException {
        Matcher lines = LINES.matcher(Files.readString(GUIDE));
        assertThat(lines.find()).as("HAProxy's lines in %s", GUIDE).isTrue();
        String configuration =
                "global\n    log stdout format raw local0\ndefaults\n    log global\n    option httplog\n"
                        + lines.group(1)
                                .replace("bind :9292", "bind 127.0.0.1:19300")
                                .replace(
                                        "127.0.0.1:8080 check port 8081",
                                        "127.0.0.1:" + port + " check port " + operatorsPort)
                                .replace("127.0.0.1:9393", "127.0.0.1:19292");
        log = folder.resolve("haproxy.log");
        Path file = Files.writeString(folder.resolve("haproxy.cfg"), configuration);
        haproxy = new ProcessBuilder("/usr/sbin/haproxy", "-db", "-f", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (!isListening() && Instant.now().isBefore(end)) {
            assertThat(haproxy.isAlive()).as(log()).isTrue();
            Thread.onSpinWait();
        }
    }

    private static boolean isListening() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), 19300)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() {
        haproxy.destroy();
        haproxy.onExit().join();
    }
}
