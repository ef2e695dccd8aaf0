package dev.imagesunset.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoIsKilledTest {
    private static final String IMAGE = "3c3d1d01-b48a-4639-8a88-08be3b9b5d78";

    private final Path folder;
    private final Path log;
    private @Nullable Process started;

    DemoIsKilledTest(@TempDir Path temporary) {
        folder = temporary.resolve("of the demo");
        log = temporary.resolve("log");
    }

    @AfterEach
    void leaveNothingRunning() throws IOException {
        if (started != null) {
            started.destroyForcibly();
        }
        postmaster().ifPresent(ProcessHandle::destroyForcibly);
    }

    @Test
    void whatItAcknowledgedStaysAndItGoesOnAlthoughItsDatabaseLivedOn() throws Exception {
        Process process = start();
        await().atMost(Duration.ofMinutes(1)).until(() -> !pastes().isEmpty());
        Paste first = pastes().get(0);
        assertThat(first.path()).endsWith(IMAGE);
        assertThat(first.run(first.port())).isEqualTo(204);
        process.destroyForcibly().waitFor();
        assertThat(postmaster()).as("its database, which lives on").get().matches(ProcessHandle::isAlive);

        try (StartedDemo again = StartedDemo.in(folder)) {
            assertThat(again.delete(IMAGE)).isEqualTo(404);
            assertThat(again.create()).isEqualTo(201);
        }
        try (StartedDemo onceMore = StartedDemo.in(folder)) {
            assertThat(onceMore.delete(IMAGE)).isEqualTo(404);
        }
    }

    private Process start() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Demo.class.getName()));
        command.addAll(StartedDemo.settings(folder));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        started = process;
        return process;
    }

    private List<Paste> pastes() throws IOException {
        return Paste.linesOf(Files.readString(log));
    }

    private Optional<ProcessHandle> postmaster() throws IOException {
        Path running = folder.resolve("postgresql/postmaster.pid");
        return Files.exists(running)
                ? ProcessHandle.of(Long.parseLong(Files.readAllLines(running).get(0)))
                : Optional.empty();
    }
}
