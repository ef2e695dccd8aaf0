package dev.imagesunset.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.imagesunset.server.settings.IllegalSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The demo as it is started by a person, but for its ports and its folder. */
@ExtendWith(OutputCaptureExtension.class)
@SuppressWarnings("NullAway") // JUnit sets the folder.
class DemoTest {
    @TempDir
    static Path folder;

    private static StartedDemo demo;
    private static String printed;

    @BeforeAll
    static void start(CapturedOutput output) throws IOException {
        // As a start that was cut off while it made the database.
        Files.createDirectories(folder.resolve("postgresql"));
        Files.writeString(folder.resolve("postgresql/postgresql.conf"), "half");
        demo = StartedDemo.in(folder);
        printed = output.getAll();
    }

    @AfterAll
    static void stop() {
        demo.close();
    }

    @Test
    void theLinesThatItTellsToPasteAnswerWhatItSays() {
        List<Paste> lines = Paste.linesOf(printed);
        assertThat(lines).hasSize(5).allSatisfy(line -> assertThat(line.run(demo.port()))
                .isEqualTo(line.expected()));
    }

    @Test
    void itSaysWhichFolderToRemoveToStartOver() {
        assertThat(printed).contains("remove the folder " + folder + " and start it again");
    }

    @Test
    void aNormalStartPrintsNoStackTrace() {
        assertThat(printed).contains("Explore it").doesNotContain("\tat ");
    }

    @Test
    void itGoesOnWhenItsPoolHasReplacedEveryConnection() {
        List<Integer> before = connections();
        demo.bean(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> connections().stream().noneMatch(before::contains));
        assertThat(demo.create()).isEqualTo(201);
        assertThat(demo.delete("55555555-5555-4555-8555-555555555555")).isEqualTo(204);
    }

    @Test
    void itIsAsDurableAsProduction() {
        assertThat(Stream.of("fsync", "synchronous_commit", "full_page_writes")
                        .map(setting -> demo.bean(JdbcClient.class)
                                .sql("SHOW " + setting)
                                .query(String.class)
                                .single()))
                .containsOnly("on");
    }

    @Test
    void aSecondOneInTheSameFolderIsToldThatOneRunsAlready(CapturedOutput output) {
        assertThatThrownBy(() -> StartedDemo.in(folder)).isNotNull();
        assertThat(output.getAll())
                .containsOnlyOnce(
                        "The server does not start. A demo runs already in image-sunset.demo.directory, " + folder)
                .doesNotContain("\tat ");
        assertThat(demo.delete("66666666-6666-4666-8666-666666666666")).isEqualTo(204);
    }

    @Test
    void itRefusesToStartWhereOthersCouldUseItsTokens(@TempDir Path another) {
        assertThatThrownBy(() -> StartedDemo.in(another, "--server.address=0.0.0.0"))
                .hasRootCauseInstanceOf(IllegalSetting.class);
    }

    private static List<Integer> connections() {
        return demo.bean(JdbcClient.class)
                .sql("SELECT pid FROM pg_stat_activity WHERE application_name = 'image-sunset'")
                .query(Integer.class)
                .list();
    }
}
