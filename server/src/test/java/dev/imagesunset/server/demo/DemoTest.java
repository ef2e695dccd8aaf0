package dev.imagesunset.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagesunset.server.ImageSunset;
import dev.imagesunset.server.settings.IllegalSetting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** The demo as it is started by a person, but for its port and the folder of its file. */
@ExtendWith(OutputCaptureExtension.class)
class DemoTest {
    private static final Pattern PASTE = Pattern.compile(
            "^(\\d{3}), .*\\ncurl -i -X DELETE (?:-H 'X-Auth-Token: (\\S+)' )?(\\S+)$", Pattern.MULTILINE);

    private final HttpClient http = HttpClient.newHttpClient();

    private final Path folder;

    DemoTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void theLinesThatItTellsToPasteAnswerWhatItSays(CapturedOutput output) {
        try (ConfigurableApplicationContext demo = start()) {
            List<MatchResult> lines = PASTE.matcher(output.getOut()).results().toList();
            assertThat(lines).hasSize(5).allSatisfy(line -> assertThat(paste(line.group(2), line.group(3)))
                    .isEqualTo(Integer.parseInt(line.group(1))));
        }
    }

    @Test
    void whatWasDeletedIsStillDeletedAfterARestart() {
        try (ConfigurableApplicationContext demo = start()) {
            assertThat(deletePageImage(demo)).isEqualTo(204);
        }
        try (ConfigurableApplicationContext restarted = start()) {
            assertThat(deletePageImage(restarted)).isEqualTo(404);
        }
    }

    @Test
    void aSecondDemoIsToldThatOneRunsAlready(CapturedOutput output) throws Exception {
        try (FileChannel file = FileChannel.open(
                        folder.resolve("images.mv.db"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock anotherProcess = file.lock()) {
            assertThatThrownBy(this::start).isNotNull();
        }
        assertThat(output.getAll()).contains("The demo runs already");
    }

    @Test
    void itRefusesToStartWhereOthersCouldUseItsTokens() {
        assertThatThrownBy(() -> start("--server.address=0.0.0.0")).hasRootCauseInstanceOf(IllegalSetting.class);
    }

    @Test
    void aSuccessStatusThatIsNotDocumentedStopsTheStartAndIsNamed(CapturedOutput output) {
        assertThatThrownBy(() -> start("--image-sunset.v1-1.success-status=202"))
                .isNotNull();
        assertThat(output.getAll()).contains("image-sunset.v1-1.success-status is 202", "Set it to 204 or to 200");
    }

    private ConfigurableApplicationContext start(String... more) {
        String database = "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("images")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0";
        return new SpringApplicationBuilder(ImageSunset.class)
                .run(Stream.concat(
                                Stream.of(
                                        "--server.port=0",
                                        "--management.server.port=0",
                                        "--image-sunset.v1-1.sunset=2999-12-31",
                                        database),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    private int deletePageImage(ConfigurableApplicationContext demo) {
        String port = demo.getEnvironment().getRequiredProperty("local.server.port");
        return paste("demo-member", "http://localhost:" + port + "/v1.1/images/3c3d1d01-b48a-4639-8a88-08be3b9b5d78");
    }

    private int paste(@Nullable String token, String url) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).DELETE();
        if (token != null) {
            request.header("X-Auth-Token", token);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
