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

    /** Those of all consumers, from the folder that a property names. */
    static Stream<V4Interaction.SynchronousHttp> interactions(String property) {
        return files(Path.of(System.getProperty(property))).stream()
                .map(file -> DefaultPactReader.INSTANCE.loadPact(file.toFile()))
                .filter(pact -> pact.getProvider().getName().equals("image-service"))
                .flatMap(pact -> pact.getInteractions().stream())
                .map(interaction -> (V4Interaction.SynchronousHttp) interaction.asV4Interaction());
    }

    private static List<Path> files(Path folder) {
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
