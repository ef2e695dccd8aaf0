package dev.imagesunset.server.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagesunset.server.Catalogue;
import dev.imagesunset.server.PackagedServer;
import dev.imagesunset.server.PostgreSQL;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Clients that are generated from the contract, type-checked together with a program that deletes an image twice by each. */
@SuppressWarnings("NullAway.Init")
class OtherLanguagesIT {
    private static final Path PROGRAMS = Path.of("..", "client", "languages");
    private static final Path GENERATED = Path.of("target", "languages");

    private static EmbeddedPostgres postgres;
    private static PackagedServer server;
    private static Catalogue catalogue;

    @BeforeAll
    static void start() throws IOException {
        postgres = PostgreSQL.durable().start();
        server = PackagedServer.on(postgres.getPort(), Map.of());
        catalogue = Catalogue.of(JdbcClient.create(postgres.getPostgresDatabase()));
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
        postgres.close();
    }

    @Test
    void aProgramInTypeScriptDeletesAnImageOnce() throws Exception {
        Path folder = program("typescript");
        run(folder, "npm", "ci", "--no-audit", "--no-fund", "--silent");
        run(folder, "npx", "tsc", "--project", ".");
        deletesAnImageOnce(folder, "node", "built/delete.js");
    }

    @Test
    void aProgramInPythonDeletesAnImageOnce() throws Exception {
        deletesAnImageOnce(python("delete.py"), "venv/bin/python", "delete.py");
    }

    @Test
    void aProgramInPythonRehearsesTheEnd() throws Exception {
        UUID image = catalogue.imageOf("demo", "private");
        assertThat(run(python("rehearse.py"), "venv/bin/python", "rehearse.py", image.toString()))
                .isEqualTo("410 operation-gone\n201\n410 operation-gone\n204\n");
        assertThat(catalogue.row(image)).containsEntry("deleted_through", "v2");
    }

    /** curl repeats what may pass, and says so; a rehearsal must not look like that. */
    @Test
    void curlIsNotMadeToRetryByARehearsal() throws Exception {
        UUID image = catalogue.imageOf("demo", "private");
        assertThat(run(
                        GENERATED,
                        ("curl --no-progress-meter -o /dev/null -w %{http_code} --retry 3 -X DELETE -H X-Auth-Token:"
                                        + PackagedServer.TOKEN
                                        + " -H Sunset-Rehearsal:true http://localhost:" + server.port()
                                        + "/v1.1/images/" + image)
                                .split(" ")))
                .isEqualTo("410");
        assertThat(catalogue.row(image)).containsEntry("status", "active");
    }

    /** Makes a program in Python ready to run, and checks its types. */
    private static Path python(String source) throws Exception {
        Path folder = program("python");
        run(folder, "python3", "-m", "venv", "--system-site-packages", "venv");
        run(folder, "venv/bin/pip", "install", "--quiet", "--requirement", "requirements.txt");
        run(folder, "mypy", "--config-file=mypy.ini", "--python-executable=venv/bin/python", source);
        return folder;
    }

    private static void deletesAnImageOnce(Path folder, String program, String source) throws Exception {
        UUID image = catalogue.imageOf("demo", "private");
        assertThat(run(folder, program, source, image.toString())).isEqualTo("204\n404 image-not-found\n");
        assertThat(catalogue.row(image)).containsEntry("deleted_through", "v2");
    }

    /** Puts the program beside the client that was generated for it. */
    private static Path program(String language) throws IOException {
        Path folder = GENERATED.resolve(language);
        try (Stream<Path> files = Files.list(PROGRAMS.resolve(language)).filter(Files::isRegularFile)) {
            for (Path file : files.toList()) {
                Files.write(folder.resolve(file.getFileName().toString()), Files.readAllBytes(file));
            }
        }
        return folder;
    }

    /** Runs a program in a folder, expects it to succeed, and returns what it printed. */
    private static String run(Path folder, String... command) throws Exception {
        Path output = Files.createTempFile(folder, "output", ".txt");
        ProcessBuilder process = new ProcessBuilder(command).directory(folder.toFile());
        process.environment().put("OS_ENDPOINT", "http://localhost:" + server.port());
        process.environment().put("OS_TOKEN", PackagedServer.TOKEN);
        Process running = process.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(running.waitFor(10, TimeUnit.MINUTES)).isTrue();
        String printed = Files.readString(output);
        assertThat(running.exitValue())
                .as("%s%n%s", String.join(" ", command), printed)
                .isZero();
        return printed;
    }
}
