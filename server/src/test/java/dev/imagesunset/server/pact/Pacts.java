package dev.imagesunset.server.pact;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.model.DefaultPactReader;
import au.com.dius.pact.core.model.V4Interaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The pacts that clients' tests have written. */
final class Pacts {
    private Pacts() {}

    static Stream<V4Interaction.SynchronousHttp> interactions() {
        return files().stream()
                .map(file -> DefaultPactReader.INSTANCE.loadPact(file.toFile()))
                .flatMap(pact -> pact.getInteractions().stream())
                .map(V4Interaction.SynchronousHttp.class::cast);
    }

    private static List<Path> files() {
        Path folder = Path.of(System.getProperty("pact.folder"));
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> pacts =
                    files.filter(file -> file.toString().endsWith(".json")).toList();
            assertThat(pacts).as("pacts in %s", folder).isNotEmpty();
            return pacts;
        } catch (IOException e) {
            throw new AssertionError("The pacts are read from " + folder + ", where the client's tests write them", e);
        }
    }
}
