package dev.imagesunset.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ClientGuideTest {
    private static final String END = "// docs/client.md: to here";

    @Test
    void theSnippetInTheGuideIsTheOneThatIsCompiledHere() throws IOException {
        String source = Files.readString(Path.of("src", "test", "java", "com", "example", "Snippet.java"));
        String snippet = source.substring(source.indexOf("from here\n") + 10, source.indexOf(END));
        assertThat(Files.readString(Path.of("..", "docs", "client.md"))).contains("```java\n" + snippet + "```\n");
    }
}
