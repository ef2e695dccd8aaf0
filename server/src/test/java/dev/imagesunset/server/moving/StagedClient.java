package dev.imagesunset.server.moving;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The client of this build, its stub and its recipes in a local repository of its own, under a version of its own: what the developer's repository
 * has of the client is neither used nor changed.
 */
final class StagedClient {
    private static final String VERSION = "of-this-build";

    private final Path root = Path.of(System.getProperty("project.root"));
    private final String version = System.getProperty("project.version");
    private final Path repository;

    StagedClient(Path repository) throws IOException {
        this.repository = repository;
        stage("image-sunset-parent", root.resolve("pom.xml"));
        stageJar("image-sunset-client", root.resolve("client"));
        stageJar("image-sunset-client-testing", root.resolve("client/testing"));
        stageJar("image-sunset-recipes", root.resolve("client/recipes"));
    }

    Path repository() {
        return repository;
    }

    /** A text in which the client has the version that it has here. */
    String named(String text) {
        return text.replace(version, VERSION);
    }

    private void stageJar(String artifact, Path module) throws IOException {
        Path jar = module.resolve("target/" + artifact + "-" + version + ".jar");
        Files.copy(jar, stage(artifact, module.resolve("pom.xml")).resolve(file(artifact, "jar")));
    }

    private Path stage(String artifact, Path pom) throws IOException {
        Path folder = Files.createDirectories(repository.resolve(Path.of("dev", "imagesunset", artifact, VERSION)));
        Files.writeString(folder.resolve(file(artifact, "pom")), named(Files.readString(pom)));
        return folder;
    }

    private static String file(String artifact, String type) {
        return artifact + "-" + VERSION + "." + type;
    }
}
