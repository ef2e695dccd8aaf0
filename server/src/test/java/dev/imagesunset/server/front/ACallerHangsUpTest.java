package dev.imagesunset.server.front;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.imagesunset.server.Catalogue;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.ServerTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** It is no failure of the server's, and told as none. */
@ServerTest
@ExtendWith(OutputCaptureExtension.class)
class ACallerHangsUpTest {
    @Autowired
    Catalogue catalogue;

    @Autowired
    ImageService service;

    @Test
    void whileItIsAnswered(CapturedOutput log) throws IOException {
        catalogue.execute("""
                INSERT INTO images (id, name, status, visibility, owner, protected, min_disk, min_ram, created_at, updated_at, properties)
                SELECT gen_random_uuid(), repeat('n', 255), 'active', 'community', 'of-nobody', FALSE, 1, 64, now, now,
                    jsonb_build_object('far_more_than_sockets_hold', repeat('x', 20000))
                FROM generate_series(1, 500), CURRENT_TIMESTAMP AS now
                """);
        try {
            sendAndHangUp(
                    "GET /v2/images?limit=1000&visibility=community HTTP/1.1\r\nHost: localhost\r\nX-Auth-Token: demo-member\r\n\r\n",
                    true);
            isToldAsNoFailure("GET /v2/images [0-9]+ caller-gone", log);
        } finally {
            catalogue.execute("UPDATE images SET visibility = 'private' WHERE owner = 'of-nobody'");
        }
    }

    @Test
    void whileItsBodyIsRead(CapturedOutput log) throws IOException {
        sendAndHangUp(
                "POST /v2/images HTTP/1.1\r\nHost: localhost\r\nX-Auth-Token: demo-member\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{",
                false);
        isToldAsNoFailure("POST /v2/images 400 request-malformed", log);
    }

    private void isToldAsNoFailure(String request, CapturedOutput log) {
        await().untilAsserted(() -> assertThat(log.getAll()).containsPattern(request));
        assertThat(log.getAll()).doesNotContain("ERROR", " WARN ", "\tat ");
    }

    /** The small window makes the server wait for a caller that reads nothing; the reset is what a killed process causes. */
    private void sendAndHangUp(String request, boolean onceItIsAnswered) throws IOException {
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(4096);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), service.port()));
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            if (onceItIsAnswered) {
                assertThat(socket.getInputStream().read()).isEqualTo('H');
            }
            socket.setSoLinger(true, 0);
        }
    }
}
