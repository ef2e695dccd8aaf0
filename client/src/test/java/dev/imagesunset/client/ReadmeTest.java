package dev.imagesunset.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    @Test
    void theSnippetInTheReadmeIsTheOneThatIsCompiledHere() throws IOException {
        String source = Files.readString(Path.of("src", "test", "java", "com", "example", "Snippet.java"));
        String snippet = source.substring(source.indexOf("from here\n") + 10, source.indexOf("// README: to here"));
        assertThat(Files.readString(Path.of("..", "README.md"))).contains("```java\n" + snippet + "```\n");
    }
}
