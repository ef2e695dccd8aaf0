package dev.imagesunset.client;

import static dev.imagesunset.client.ServedImages.ID;
import static dev.imagesunset.client.ServedImages.image;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A body without an end, or one that swells, or is nested too deep, costs its reader bounded memory. */
@Timeout(20)
class HostileBodyTest {
    private final FakeService service = new FakeService();

    HostileBodyTest() throws IOException {}

    @AfterEach
    void stop() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201})
    void aSuccessWithoutAnEndIsUnexpected(int status) {
        service.does(exchange -> answerForEver(exchange, status));
        assertThatThrownBy(() -> patient().showImage(ID))
                .isInstanceOf(UnexpectedAnswerException.class)
                .hasMessageContaining("longer than");
        assertThat(service.paths).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 500})
    void aRefusalWithoutAnEndIsARefusal(int status) {
        service.does(exchange -> answerForEver(exchange, status));
        assertThatThrownBy(() -> patient().deleteImage(ID))
                .isInstanceOfSatisfying(
                        ImageServiceException.class, e -> assertThat(e.status()).isEqualTo(status));
    }

    @Test
    void aDeleteIsConfirmedByItsStatusWhateverFollows() {
        service.does(exchange -> answerForEver(exchange, 200));
        assertThat(patient().deleteImage(ID).certainty()).isEqualTo(Deletion.Certainty.CONFIRMED);
    }

    @Test
    void aBodyThatSwellsWhenItIsUnpackedIsUnexpected() {
        service.does(exchange -> answerPacked(exchange, new byte[64 << 20]));
        assertThatThrownBy(() -> patient().showImage(ID))
                .isInstanceOf(UnexpectedAnswerException.class)
                .hasMessageContaining("longer than");
    }

    @Test
    void aPackedBodyIsReadThoughNobodyAskedForIt() {
        service.does(exchange ->
                answerPacked(exchange, image(ID, ",\"os_distro\":\"Grün 🌱\"").getBytes(UTF_8)));
        assertThat(patient().showImage(ID).getAdditionalProperties()).containsEntry("os_distro", "Grün 🌱");
    }

    @Test
    void aPackedBodyIsReadThoughThereIsNoLimit() {
        service.does(exchange -> answerPacked(exchange, image(ID, "").getBytes(UTF_8)));
        try (ImageServiceClient client = ImageServiceClient.builder(service.endpoint())
                .token(() -> "a-token")
                .longestAnswer(Integer.MAX_VALUE)
                .build()) {
            assertThat(client.showImage(ID).getId()).hasToString(ID);
        }
    }

    @Test
    void aBodyThatIsNotPackedAsItSaysIsUnexpected() {
        service.answers(200, Map.of("Content-Encoding", "gzip"), image(ID, ""));
        assertThatThrownBy(() -> patient().showImage(ID)).isInstanceOf(UnexpectedAnswerException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 1_000_000})
    void whatIsNestedTooDeepIsUnexpected(int thousands) {
        String deep = "[".repeat(thousands * 10);
        service.answersJson(200, image(ID, ",\"a\":" + deep));
        isUnexpected();
    }

    @Test
    void whatIsNestedDeepButWellIsItsText() {
        String deep = "[".repeat(400) + "]".repeat(400);
        service.answersJson(200, image(ID, ",\"a\":" + deep));
        assertThat(patient().showImage(ID).getAdditionalProperties()).containsEntry("a", deep);
    }

    @ParameterizedTest
    @ValueSource(strings = {"size", "min_disk", "os_distro"})
    void aNumberThatIsTooLongIsUnexpected(String property) {
        service.answersJson(200, image(ID, ",\"" + property + "\":" + "9".repeat(100_000)));
        isUnexpected();
    }

    @Test
    void aRefusalOfTooDeepAProblemIsARefusal() {
        service.answersJson(403, "{\"detail\":" + "[".repeat(5_000));
        assertThatThrownBy(() -> patient().showImage(ID)).isInstanceOf(PermissionDeniedException.class);
    }

    @Test
    void aProblemThatWouldForgeALineOfALogStaysOnItsOwn() {
        service.answersJson(
                403, "{\"detail\":\"a\\r\\n2026 INFO b\\u001b[31m\\u0085c\\u2028d\\u202ee\",\"request_id\":\"r\\ns\"}");
        assertThatThrownBy(() -> patient().showImage(ID))
                .isInstanceOfSatisfying(PermissionDeniedException.class, e -> {
                    assertThat(e.problem().orElseThrow().getDetail()).contains("\r\n");
                    assertThat(e.answer().toString()).doesNotContainPattern("\\p{Cc}");
                })
                .hasMessageContaining("a 2026 INFO b [31m c d e")
                .satisfies(e -> assertThat(e).message().doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]"));
    }

    @Test
    void aReasonForNoAnswerIsOneLineAndNotTooLong() {
        assertThat(new NoAnswerException("Showing image 1", new IOException("a\r\nb" + "c".repeat(5_000))))
                .message()
                .contains("a b")
                .hasSizeLessThan(2_000);
    }

    private void isUnexpected() {
        assertThatThrownBy(() -> patient().showImage(ID))
                .isInstanceOf(UnexpectedAnswerException.class)
                .satisfies(e -> assertThat(e).message().hasSizeLessThan(2_000));
    }

    private ImageServiceClient patient() {
        return ImageServiceClient.builder(service.endpoint())
                .token(() -> "a-token")
                .build();
    }

    private static void answerForEver(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, 0);
        byte[] spaces = " ".repeat(1 << 16).getBytes(UTF_8);
        try (OutputStream body = exchange.getResponseBody()) {
            while (true) {
                body.write(spaces);
            }
        }
    }

    private static void answerPacked(HttpExchange exchange, byte[] body) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(body);
        }
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        exchange.sendResponseHeaders(200, packed.size());
        exchange.getResponseBody().write(packed.toByteArray());
        exchange.close();
    }
}
