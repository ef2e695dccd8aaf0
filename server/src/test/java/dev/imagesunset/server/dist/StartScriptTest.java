package dev.imagesunset.server.dist;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that starts production, with a Java that prints its arguments. */
class StartScriptTest {
    private static final String JAVA = """
            #!/bin/sh
            case "$*" in *AOTCache*-version*) exit %d ;; esac
            echo "$PWD $*"
            """;

    private Path folder;
    private Path script;

    @BeforeEach
    void unpack(@TempDir Path anywhere) throws IOException {
        folder = anywhere;
        script = Files.copy(
                Path.of("src", "dist", "bin", "image-sunset"),
                Files.createDirectory(folder.resolve("of the server")).resolve("image-sunset"));
        assertThat(script.toFile().setExecutable(true)).isTrue();
        Files.createFile(script.resolveSibling("image-sunset.aot"));
    }

    @Test
    void aCacheIsUsedByTheJavaThatKnowsSuch() throws Exception {
        assertThat(start(script, 0)).contains(" -XX:AOTCache=image-sunset.aot ");
        assertThat(start(script, 1)).doesNotContain("AOTCache").contains(" -jar image-sunset-server.jar --a=b c");
    }

    @Test
    void aLinkToItStartsTheServerToo() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), script);
        assertThat(start(link, 0)).startsWith(script.toRealPath().getParent() + " ");
    }

    private String start(Path command, int statusOfTheTrial) throws IOException, InterruptedException {
        Path java = Files.createDirectories(folder.resolve("home/bin")).resolve("java");
        Files.writeString(java, JAVA.formatted(statusOfTheTrial));
        assertThat(java.toFile().setExecutable(true)).isTrue();
        ProcessBuilder start = new ProcessBuilder(command.toString(), "--a=b c");
        start.environment().put("JAVA_HOME", folder.resolve("home").toString());
        Process started = start.redirectErrorStream(true).start();
        String said = new String(started.getInputStream().readAllBytes(), UTF_8);
        started.waitFor();
        return said;
    }
}
