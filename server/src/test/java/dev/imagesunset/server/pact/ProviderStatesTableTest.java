package dev.imagesunset.server.pact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ProviderStatesTableTest {
    @Test
    void theGuideListsAllStatesAsTheyAre() throws IOException {
        assertThat(Files.readAllLines(Path.of("../docs/verification.md")).stream()
                        .dropWhile(line -> !line.startsWith("| State |"))
                        .skip(2)
                        .takeWhile(line -> line.startsWith("|")))
                .containsExactlyElementsOf(KnownState.all().map(KnownState::row).toList());
    }
}
