package dev.imagesunset.server.moving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.maven.shared.invoker.DefaultInvocationRequest;
import org.apache.maven.shared.invoker.DefaultInvoker;
import org.apache.maven.shared.invoker.InvocationRequest;
import org.apache.maven.shared.invoker.MavenInvocationException;

/** A copy of a consumer's project, which uses the client of this build. */
final class ConsumerProject {
    private static final String TEAM = "https://artifacts.example.com/";

    private final Path source;
    private final Path folder;
    private final StagedClient client;

    ConsumerProject(Path source, Path folder, StagedClient client) throws IOException {
        this.source = source;
        this.folder = folder;
        this.client = client;
        // So that it is not taken for a part of this project.
        Files.createDirectories(folder.resolve(".mvn"));
        try (Stream<Path> files = Files.walk(source).filter(Files::isRegularFile)) {
            for (Path file : files.toList()) {
                copy(file);
            }
        }
    }

    private void copy(Path file) throws IOException {
        Path target = folder.resolve(source.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.writeString(
                target,
                client.named(Files.readString(file))
                        .replace(TEAM, client.repository().toUri().toString()));
    }

    String source(String className) throws IOException {
        return Files.readString(folder.resolve("src/main/java/com/example/" + className + ".java"));
    }

    /** What the recipe wrote of the paths that it did not move. */
    String leftAlone() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("target/rewrite/datatables"))) {
            Path table = files.filter(file -> file.toString().endsWith("PathsLeftAlone.csv"))
                    .findFirst()
                    .orElseThrow();
            return Files.readString(table);
        }
    }

    /** Runs a command line after {@code mvn} as a person would, expects it to succeed, and returns what it printed. */
    String maven(List<String> arguments, Properties properties) {
        List<String> printed = new ArrayList<>();
        InvocationRequest request = request(arguments, properties);
        request.setOutputHandler(printed::add);
        try {
            var result = new DefaultInvoker()
                    .setMavenHome(new File(System.getProperty("maven.home")))
                    .execute(request);
            String output = String.join("\n", printed);
            assertThat(result.getExitCode()).as("mvn %s\n%s", arguments, output).isZero();
            return output;
        } catch (MavenInvocationException e) {
            throw new AssertionError(e);
        }
    }

    private InvocationRequest request(List<String> arguments, Properties properties) {
        Properties all = new Properties();
        all.putAll(properties);
        all.setProperty("maven.repo.local.tail", client.repository().toString());
        InvocationRequest request = new DefaultInvocationRequest();
        request.setBaseDirectory(folder.toFile())
                .setLocalRepositoryDirectory(new File(System.getProperty("maven.repository")))
                .setJavaHome(new File(System.getProperty("java.home")))
                .setMavenOpts(System.getProperty("quick.jvm"))
                .setBatchMode(true)
                .setNoTransferProgress(true)
                .setProperties(all)
                .addArgs(arguments);
        return request;
    }
}
