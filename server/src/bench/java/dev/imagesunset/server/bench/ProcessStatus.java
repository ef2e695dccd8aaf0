package dev.imagesunset.server.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Linux says of a process. */
final class ProcessStatus {
    private ProcessStatus() {}

    static long residentMegabytes(ProcessHandle process) {
        return number(process, "VmRSS") / 1024;
    }

    static long threads(ProcessHandle process) {
        return number(process, "Threads");
    }

    private static long number(ProcessHandle process, String name) {
        try {
            return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
                    .filter(line -> line.startsWith(name + ":"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
