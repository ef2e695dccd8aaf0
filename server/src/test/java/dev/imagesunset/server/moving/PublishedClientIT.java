package dev.imagesunset.server.moving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/client.md says of the client's jar. */
class PublishedClientIT {
    private static final Path ROOT = Path.of(System.getProperty("project.root"));
    private static final Path CLIENT = ROOT.resolve("client");
    private static final Pattern DEPENDENCY = Pattern.compile("<dependency>.*?</dependency>", Pattern.DOTALL);

    private final Path jar =
            CLIENT.resolve("target/image-sunset-client-" + System.getProperty("project.version") + ".jar");

    @Test
    void theJarIsAsSmallAsTheGuideSays() throws IOException {
        Matcher size = Pattern.compile("one jar of at most (\\d+) KB").matcher(guide());
        assertThat(size.find()).isTrue();
        assertThat(Files.size(jar) / 1000).isBetween(Long.parseLong(size.group(1)) - 30, Long.parseLong(size.group(1)));
    }

    @Test
    void whoeverTakesItTakesNothingElse() throws IOException {
        assertThat(guide()).contains("without dependencies");
        List<String> dependencies = DEPENDENCY
                .matcher(Files.readString(CLIENT.resolve("pom.xml")))
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(dependencies)
                .isNotEmpty()
                .allMatch(it -> it.contains("<scope>test</scope>") || it.contains("<scope>provided</scope>"));
    }

    @Test
    void everyClassInItIsItsOwn() throws IOException {
        try (JarFile classes = new JarFile(jar.toFile())) {
            assertThat(classes.stream().map(Object::toString).filter(name -> name.endsWith(".class")))
                    .contains("module-info.class")
                    .allMatch(name -> name.startsWith("dev/imagesunset/client/") || name.equals("module-info.class"));
        }
    }

    private static String guide() throws IOException {
        return Files.readString(ROOT.resolve("docs/client.md"));
    }
}
