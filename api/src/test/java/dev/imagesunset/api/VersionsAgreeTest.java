package dev.imagesunset.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** There is one version: of the poms, of the contract and of the changelog. */
class VersionsAgreeTest {
    private static final String CONTRACT = "(?m)^  version: (\\S+)$";

    @Test
    void theContractHasTheVersionOfThePoms() throws IOException {
        assertThat(versionOfTheContract()).isEqualTo(versionOfThePoms());
    }

    @Test
    void theChangelogBeginsWithTheVersionOfThePoms() throws IOException {
        assertThat(first("(?m)^## \\[(.+?)]", Files.readString(Path.of("../CHANGELOG.md"))))
                .isEqualTo(versionOfThePoms());
    }

    @Test
    void aReleasedContractIsNamedForItsVersion() throws IOException {
        assertThat(released()).isNotEmpty().allSatisfy(file -> assertThat(file)
                .hasFileName("image-service-" + first(CONTRACT, Files.readString(file)) + ".yaml"));
    }

    @Test
    void noReleasedContractIsNewerThanTheOneThatIsWorkedOn() throws IOException {
        Version current = Version.parse(versionOfTheContract());
        assertThat(released()).allSatisfy(file -> assertThat(Version.parse(first(CONTRACT, Files.readString(file))))
                .isLessThanOrEqualTo(current));
    }

    private static String versionOfTheContract() throws IOException {
        try (var yaml = ImageServiceContract.url().openStream()) {
            return first(CONTRACT, new String(yaml.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static String versionOfThePoms() throws IOException {
        return first("<version>(.+?)(?:-SNAPSHOT)?</version>", Files.readString(Path.of("pom.xml")));
    }

    private static List<Path> released() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("released"))) {
            return files.toList();
        }
    }

    private static String first(String pattern, String text) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as("%s is found", pattern).isTrue();
        return found.group(1);
    }
}
