package dev.imagesunset.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** More strangers than a small heap has room for hold connections, in the middle of a request or idle (ADRs 57 and 58). */
class ManyConnectionsIT {
    private static final int STRANGERS = 1_300;
    private static EmbeddedPostgres postgres;
    private static PackagedServer server;

    /** Nearly as much as the server allows; the end never comes. */
    private static final byte[] HALF_A_REQUEST =
            ("DELETE /v1.1/images/1 HTTP/1.1\r\nHost: a\r\nX-Long: " + "a".repeat(15_000)).getBytes(ISO_8859_1);

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

    @Test
    void slowOnesDoNotUseUpTheHeap() throws Exception {
        List<Socket> strangers = new ArrayList<>();
        try {
            for (int n = 0; n < STRANGERS; n++) {
                strangers.add(stranger(server.port()));
            }
            // Strangers who came before have to leave first; the server sends them away after 5 s.
            try (Connection caller = new Connection(server.port())) {
                assertThat(caller.delete(UUID.randomUUID(), PackagedServer.TOKEN))
                        .isEqualTo(404);
            }
            assertThat(server.log())
                    .containsPattern("Holds up to 4\\d\\d connections")
                    .doesNotContain("OutOfMemoryError");
        } finally {
            for (Socket stranger : strangers) {
                stranger.close();
            }
        }
    }

    @Test
    void idleOnesDoNotTakeThemAll() throws Exception {
        List<Connection> strangers = new ArrayList<>();
        try {
            for (int n = 0; n < STRANGERS; n++) {
                Connection stranger = new Connection(server.port());
                strangers.add(stranger);
                // It would wait for a minute, the keep-alive time, if all connections were taken.
                assertThat(stranger.delete(UUID.randomUUID(), "no-token")).isEqualTo(401);
            }
            assertThat(strangers.get(0).delete(UUID.randomUUID(), PackagedServer.TOKEN))
                    .as("an idle connection")
                    .isEqualTo(404);
        } finally {
            for (Connection stranger : strangers) {
                stranger.close();
            }
        }
    }

    private static Socket stranger(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.getOutputStream().write(HALF_A_REQUEST);
        return socket;
    }
}
