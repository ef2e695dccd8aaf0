package dev.imagesunset.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the guide shows of Java is compiled here, between two comments. */
class ClientGuideTest {
    private static final Pattern SNIPPET =
            Pattern.compile("// docs/client.md: from here\n(.*?)\\h*// docs/client.md: to here", Pattern.DOTALL);

    @ParameterizedTest
    @MethodSource("snippets")
    void theGuideShowsWhatIsCompiledHere(String snippet) throws IOException {
        assertThat(Files.readString(Path.of("..", "docs", "client.md"))).contains("```java\n" + snippet + "```\n");
    }

    static Stream<String> snippets() throws IOException {
        Path examples = Path.of("src", "test", "java", "com", "example");
        return Stream.of("Snippet.java", "Rehearsing.java")
                .map(examples::resolve)
                .map(ClientGuideTest::read)
                .flatMap(source -> SNIPPET.matcher(source).results())
                .map(snippet -> snippet.group(1).stripTrailing().stripIndent() + "\n");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
