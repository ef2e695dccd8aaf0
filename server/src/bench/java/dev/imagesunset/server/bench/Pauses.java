package dev.imagesunset.server.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** When a JVM stopped all its threads, to collect garbage or for something else (safepoints). */
final class Pauses {
    private static final Pattern LINE = Pattern.compile("\\[(\\d+)ns].* Total: +(\\d+) ns.*");

    private final Path log = Files.createTempFile("pauses-", ".log");

    Pauses() throws IOException {
        log.toFile().deleteOnExit();
    }

    /** The option with which a JVM records its pauses. */
    String option() {
        return "-Xlog:safepoint:file=" + log + ":timenanos:filecount=0";
    }

    /** The longest that ended in a span of time, which begins at a {@link System#nanoTime()}: all JVMs of a machine share it. */
    Duration longest(long from, Duration span) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.map(LINE::matcher)
                    .filter(Matcher::matches)
                    .filter(line -> {
                        long since = Long.parseLong(line.group(1)) - from;
                        return since >= 0 && since < span.toNanos();
                    })
                    .map(line -> Duration.ofNanos(Long.parseLong(line.group(2))))
                    .max(Duration::compareTo)
                    .orElse(Duration.ZERO);
        }
    }
}
