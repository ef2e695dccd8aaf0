package dev.imagesunset.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;

/** The table of settings has all there are, and each of them has a wrong value in {@link WrongSettingsTest}. */
class SettingsTableTest {
    private static final Path TABLE = Path.of("..", "docs", "operating.md");
    private static final Pattern ROW = Pattern.compile("^\\| (`image-sunset[^|]*) \\|", Pattern.MULTILINE);
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    /** Any text is a value of these. */
    private static final Set<String> FREE = Set.of(
            "image-sunset.access.admin-projects",
            "image-sunset.access.roles.admin",
            "image-sunset.access.roles.member",
            "image-sunset.access.roles.reader",
            "image-sunset.access.tokens.*.project",
            "image-sunset.v1-1.brownouts[0].projects",
            "image-sunset.v1-1.pacts[0].project");

    @Test
    void theTableHasAllSettingsAndNoOther() throws IOException {
        Set<String> inTheTable = namesInTheTable();
        inTheTable.remove("image-sunset.demo.directory");
        assertThat(inTheTable).containsExactlyInAnyOrderElementsOf(known());
    }

    @Test
    void eachThatCanBeWrongIsWrongInATest() throws Exception {
        Set<String> wrong = rowsOf(WrongSettingsTest.class, "isNamed");
        wrong.addAll(rowsOf(RefusedStartTest.class, "saysWhyInOneLineAndLeavesNothing"));
        wrong.addAll(FREE);
        assertThat(wrong).containsAll(known());
    }

    /** What a row begins with a dot is after the name before it. */
    private static Set<String> namesInTheTable() throws IOException {
        Set<String> names = new TreeSet<>();
        ROW.matcher(Files.readString(TABLE)).results().forEach(row -> {
            String parent = "";
            for (String name : NAME.matcher(row.group(1))
                    .results()
                    .map(match -> match.group(1))
                    .toList()) {
                String whole = name.startsWith(".") ? parent + name : name;
                parent = whole.substring(0, whole.lastIndexOf('.'));
                names.add(whole.replace("<token>", "*"));
            }
        });
        return names;
    }

    private static Set<String> known() {
        try (ConfigurableApplicationContext server = WrongSettingsTest.start(
                "image-sunset.v1-1.brownouts[0].start=2027-10-01T10:00:00Z",
                "image-sunset.v1-1.brownouts[0].duration=1h",
                "image-sunset.v1-1.interlock.projects=demo",
                "image-sunset.v1-1.interlock.last-day=2999-12-31",
                "image-sunset.v1-1.pacts[0].project=demo",
                "image-sunset.v1-1.pacts[0].file=" + pact(),
                "image-sunset.access.roles.admin=admin",
                "image-sunset.access.tokens.a-token.user=mia")) {
            Set<String> names = new KnownSettings(
                            Binder.get(server.getEnvironment()), SettingsCheck.prefixes(server.getBeanFactory()))
                    .names().stream()
                            .map(name -> KnownSettings.withoutToken(name.toString()))
                            .collect(Collectors.toCollection(TreeSet::new));
            // Elements of lists, and what has parts of its own.
            names.removeIf(name -> name.matches(".*\\[(?!0]\\.)\\d+].*")
                    || names.stream()
                            .anyMatch(other -> other.startsWith(name + ".") || other.startsWith(name + "[0].")));
            return names;
        }
    }

    private static Path pact() {
        try {
            Path pact = Files.createTempFile("pact", ".json");
            pact.toFile().deleteOnExit();
            return Files.writeString(pact, "{\"interactions\": []}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> rowsOf(Class<?> test, String method) {
        for (var candidate : test.getDeclaredMethods()) {
            if (candidate.getName().equals(method)) {
                return candidate
                        .getAnnotation(CsvSource.class)
                        .textBlock()
                        .lines()
                        .map(row -> KnownSettings.withoutToken(row.split("=", 2)[0].strip()))
                        .collect(Collectors.toCollection(TreeSet::new));
            }
        }
        throw new AssertionError(method);
    }
}
