package dev.imagesunset.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** More strangers than a small heap has room for hold connections, in the middle of a request or idle (ADRs 57, 58 and 63). */
class ManyConnectionsIT {
    private static final int STRANGERS = 1_300;

    /** Nearly as much as the server allows; the end never comes. */
    private static final byte[] HALF_A_REQUEST =
            ("DELETE /v1.1/images/1 HTTP/1.1\r\nHost: a\r\nX-Long: " + "a".repeat(15_000)).getBytes(ISO_8859_1);

    private static EmbeddedPostgres postgres;
    private static PackagedServer server;

    private final List<Closeable> strangers = new ArrayList<>();

    @BeforeAll
    static void start() throws IOException {
        postgres = PostgreSQL.durable().start();
        server = PackagedServer.on(
                postgres.getPort(), Map.of(), "-Xmx64m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError");
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
        postgres.close();
    }

    @AfterEach
    void sendAway() throws IOException {
        for (Closeable stranger : strangers) {
            stranger.close();
        }
    }

    @Test
    void slowOnesDoNotUseUpTheHeap() throws Exception {
        for (int n = 0; n < STRANGERS; n++) {
            strangers.add(stranger(server.port()));
        }
        // Strangers who came before have to leave first; the server sends them away after 5 s.
        try (Connection caller = new Connection(server.port())) {
            assertThat(caller.delete(UUID.randomUUID(), PackagedServer.TOKEN)).isEqualTo(404);
        }
        assertThat(server.log())
                .containsPattern("Holds up to 4\\d\\d connections of callers")
                .doesNotContain("OutOfMemoryError");
    }

    @Test
    void neitherDoSlowOnesAtTheOperatorsPort() throws Exception {
        for (int n = 0; n < STRANGERS; n++) {
            strangers.add(stranger(server.operatorsPort()));
        }
        await().during(Duration.ofSeconds(3)).until(server.process()::isAlive);
        try (Connection caller = new Connection(server.port())) {
            assertThat(caller.delete(UUID.randomUUID(), PackagedServer.TOKEN)).isEqualTo(404);
        }
        assertThat(server.log())
                .containsPattern("Holds up to 1\\d\\d connections of operators")
                .doesNotContain("OutOfMemoryError");
    }

    @Test
    void idleOnesDoNotTakeThemAll() throws Exception {
        Connection first = idle(server.port());
        for (int n = 1; n < STRANGERS; n++) {
            idle(server.port());
        }
        assertThat(first.delete(UUID.randomUUID(), PackagedServer.TOKEN))
                .as("the first, still connected")
                .isEqualTo(404);
    }

    /** One that stays after its answer, for which it would wait for a minute, the keep-alive time, if all connections were taken. */
    private Connection idle(int port) throws IOException {
        Connection stranger = new Connection(port);
        strangers.add(stranger);
        assertThat(stranger.delete(UUID.randomUUID(), "no-token")).isEqualTo(401);
        return stranger;
    }

    private static Socket stranger(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.getOutputStream().write(HALF_A_REQUEST);
        return socket;
    }
}
