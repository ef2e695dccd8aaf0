package dev.imagesunset.server.glance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.imagesunset.server.FreePort;
import dev.imagesunset.server.PackagedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Debian's HAProxy with the lines of docs/operating.md, on the address that Keystone's catalog has in a region of its own. */
final class Balancer implements AutoCloseable {
    static final String REGION = "Balanced";
    static final int PORT = 19300;
    static final String URL = "http://127.0.0.1:" + PORT;

    private static final Path GUIDE = Path.of("..", "docs", "operating.md");
    private static final Pattern LINES = Pattern.compile("```\n(frontend images\n.*?)```", Pattern.DOTALL);

    private final Path log;
    private final Path configuration;
    private final Process haproxy;

    /** Starts it, sending everything to Glance. */
    Balancer(Path folder) throws IOException {
        log = folder.resolve("haproxy.log");
        configuration = folder.resolve("haproxy.cfg");
        Files.writeString(configuration, withoutServers(lines()));
        // As Debian's service does, so that it can be reloaded.
        haproxy = new ProcessBuilder("/usr/sbin/haproxy", "-W", "-db", "-f", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(isLoadedSince(0)).as(log()).isTrue();
    }

    /** Sends v1.1 and the deletes of v2 to a server. */
    void standsBefore(int port, int operatorsPort) throws IOException {
        reload(lines(port, operatorsPort, FreePort.find(), FreePort.find()));
    }

    /** Sends v1.1 and the deletes of v2 to two servers; what the chosen one does not take is lost. */
    void standsBefore(PackagedServer one, PackagedServer two) throws IOException {
        reload(lines(one.port(), one.operatorsPort(), two.port(), two.operatorsPort())
                .replace("option redispatch 1", "retries 0"));
    }

    /** Sends everything to Glance again. */
    void standsAside() throws IOException {
        reload(withoutServers(lines()));
    }

    private void reload(String lines) throws IOException {
        Files.writeString(configuration, lines);
        long before = loads();
        // One that has just started does not hear it yet.
        await().pollInterval(Duration.ofSeconds(1)).pollDelay(Duration.ZERO).until(() -> {
            RealGlance.run(Duration.ofSeconds(5), "kill", "-USR2", "" + haproxy.pid());
            return isLoadedSince(before);
        });
    }

    private static String lines() throws IOException {
        Matcher lines = LINES.matcher(Files.readString(GUIDE));
        assertThat(lines.find()).as("HAProxy's lines in %s", GUIDE).isTrue();
        return "global\n    log stdout format raw local0\ndefaults\n    log global\n    option httplog\n"
                + lines.group(1)
                        .replace("bind :9292", "bind 127.0.0.1:" + PORT)
                        .replace("127.0.0.1:9393", "127.0.0.1:19292");
    }

    private static String lines(int port, int operatorsPort, int secondPort, int secondOperatorsPort)
            throws IOException {
        return lines().replace("127.0.0.1:8080 port 8081", "127.0.0.1:" + port + " port " + operatorsPort)
                .replace("127.0.0.1:8082 port 8083", "127.0.0.1:" + secondPort + " port " + secondOperatorsPort);
    }

    private static String withoutServers(String lines) {
        return lines.replaceAll("(?m)^ +use_backend .*\n", "");
    }

    private boolean isLoadedSince(long before) throws IOException {
        Instant end = Instant.now().plus(Duration.ofSeconds(3));
        while (loads() <= before && Instant.now().isBefore(end)) {
            Thread.onSpinWait();
        }
        return loads() > before;
    }

    private long loads() throws IOException {
        return log().lines().filter(line -> line.endsWith("Loading success.")).count();
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
