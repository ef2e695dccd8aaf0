package dev.imagesunset.server.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/** What Linux says of a process. */
final class ProcessStatus {
    /** On every architecture of today (USER_HZ). */
    private static final int MILLISECONDS_PER_TICK = 10;

    private ProcessStatus() {}

    static long residentMegabytes(ProcessHandle process) {
        return number(process, "VmRSS") / 1024;
    }

    static long threads(ProcessHandle process) {
        return number(process, "Threads");
    }

    /** Its own time on a processor and that of its children that have ended; none if it has ended itself. */
    static Duration cpuTime(ProcessHandle process) {
        try {
            String stat = Files.readString(file(process, "stat"));
            // The name of the program, in brackets, may contain anything.
            return Arrays.stream(stat.substring(stat.lastIndexOf(')') + 2).split(" "))
                    .skip(11)
                    .limit(4)
                    .map(ticks -> Duration.ofMillis(Long.parseLong(ticks) * MILLISECONDS_PER_TICK))
                    .reduce(Duration.ZERO, Duration::plus);
        } catch (IOException e) {
            if (process.isAlive()) {
                throw new UncheckedIOException(e);
            }
            return Duration.ZERO;
        }
    }

    private static Path file(ProcessHandle process, String name) {
        return Path.of("/proc", String.valueOf(process.pid()), name);
    }

    private static long number(ProcessHandle process, String name) {
        try {
            return Files.readAllLines(file(process, "status")).stream()
                    .filter(line -> line.startsWith(name + ":"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
