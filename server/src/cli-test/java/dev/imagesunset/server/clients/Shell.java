package dev.imagesunset.server.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs an installed command with some arguments always the same, in a home of its own. One that is missing is a failure. */
record Shell(Path home, Map<String, String> environment, List<String> command) {
    private static final int SECONDS = 60;

    Shell(Path home, String command) {
        this(home, Map.of(), List.of(command.split(" ")));
    }

    Shell with(Map<String, String> variables) {
        return new Shell(home, variables, command);
    }

    /** Runs it with the words of a text, and with further arguments as they are. */
    Outcome run(String words, String... further) {
        return start(line(words, further));
    }

    /** With a terminal as standard input: anything else these clients take for the data of an image. */
    Outcome runInTerminal(String words, String... further) {
        String line = line(words, further).stream()
                .map(word -> "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
        return start(List.of("script", "--quiet", "--return", "--command", line, "/dev/null"));
    }

    private List<String> line(String words, String... further) {
        return Stream.of(command.stream(), Stream.of(words.split(" ")), Stream.of(further))
                .flatMap(part -> part)
                .toList();
    }

    private Outcome start(List<String> line) {
        try {
            Path output = Files.createTempFile(home, "output", ".txt");
            Path errors = Files.createTempFile(home, "errors", ".txt");
            Process process = process(line)
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile())
                    .start();
            boolean hasEnded = process.waitFor(SECONDS, TimeUnit.SECONDS);
            process.destroyForcibly();
            assertThat(hasEnded).as("%s ends within %s s", line, SECONDS).isTrue();
            return new Outcome(process.exitValue(), Files.readString(output), Files.readString(errors));
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(line.get(0) + " cannot be run. .ci/run installs what is missing.", e);
        }
    }

    private ProcessBuilder process(List<String> line) {
        ProcessBuilder builder = new ProcessBuilder(line).directory(home.toFile());
        builder.environment().keySet().removeIf(name -> name.matches("(?i)OS_.*|.*_proxy|XDG_.*"));
        builder.environment().put("HOME", home.toString());
        builder.environment().putAll(environment);
        return builder;
    }
}
