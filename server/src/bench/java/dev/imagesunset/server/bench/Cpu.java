package dev.imagesunset.server.bench;

import java.time.Duration;
import java.util.stream.Stream;

/** How much time processes have spent on a processor. */
final class Cpu {
    private Cpu() {}

    /** A process and those that it has started and that still run. */
    static Duration of(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .flatMap(each -> each.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }
}
