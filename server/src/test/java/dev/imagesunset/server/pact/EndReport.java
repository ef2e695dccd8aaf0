package dev.imagesunset.server.pact;

import au.com.dius.pact.core.model.Pact;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which interactions use a deprecated operation, and until when they hold.
 *
 * @param consumers one for each pact
 */
record EndReport(List<Consumer> consumers) {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /**
     * The interactions of one pact.
     *
     * @param holdsUntil the first sunset among them
     * @param endings those that use a deprecated operation
     */
    record Consumer(String name, int interactions, @Nullable LocalDate holdsUntil, List<Ending> endings) {
        static Consumer of(Pact pact) {
            List<Ending> endings = pact.getInteractions().stream()
                    .map(Ending::of)
                    .flatMap(Optional::stream)
                    .sorted(Comparator.comparing(Ending::interaction))
                    .toList();
            LocalDate first = endings.stream()
                    .map(Ending::sunset)
                    .min(Comparator.naturalOrder())
                    .orElse(null);
            return new Consumer(
                    pact.getConsumer().getName(), pact.getInteractions().size(), first, endings);
        }

        private Stream<String> sentences() {
            String all = holdsUntil == null
                    ? "%s: nothing that the pact uses is deprecated (%d interactions)".formatted(name, interactions)
                    : "%s: the pact holds until %s; %d of %d interactions use a deprecated operation"
                            .formatted(name, holdsUntil, endings.size(), interactions);
            return Stream.concat(
                    Stream.of(all), endings.stream().map(ending -> "    \"%s\" holds until %s; instead of %s call %s"
                            .formatted(ending.interaction(), ending.sunset(), ending.operation(), ending.successor())));
        }

        private Stream<String> rows() {
            return endings.isEmpty()
                    ? Stream.of("| %s | all %d | | | |".formatted(name, interactions))
                    : endings.stream().map(ending -> "| %s | %s | %s | `%s` | `%s` |"
                            .formatted(
                                    name,
                                    ending.interaction().replace("|", "\\|"),
                                    ending.sunset(),
                                    ending.operation(),
                                    ending.successor()));
        }
    }

    static EndReport of(List<Pact> pacts) {
        return new EndReport(pacts.stream()
                .map(Consumer::of)
                .sorted(Comparator.comparing(Consumer::name))
                .toList());
    }

    /** Prints it, and writes it to where programs and the job's readers look for it. */
    void publish() {
        // Past the redirection of what tests print, so that it is seen in the build itself.
        PrintStream console = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        consumers.stream().flatMap(Consumer::sentences).forEach(console::println);
        try {
            Path json = Path.of(System.getProperty("pact.endReport", "target/pact-endings.json"));
            Files.createDirectories(json.toAbsolutePath().getParent());
            Files.writeString(json, JSON.writeValueAsString(this) + "\n");
            @Nullable String summary = System.getProperty("pact.summary", System.getenv("GITHUB_STEP_SUMMARY"));
            if (summary != null) {
                Files.writeString(Path.of(summary), markdown(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String markdown() {
        String head =
                """
                ### Until when the pacts hold%s

                | Consumer | Interaction | Holds until | Uses | Then call |
                |---|---|---|---|---|
                """.formatted(AsOf.day().map(day -> ", verified as of " + day).orElse(""));
        return consumers.stream().flatMap(Consumer::rows).collect(Collectors.joining("\n", head, "\n\n"));
    }
}
