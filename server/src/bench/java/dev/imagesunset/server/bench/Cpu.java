package dev.imagesunset.server.bench;

import java.time.Duration;
import java.util.stream.Stream;

/** How much time a process, and those that it has started, spend on a processor while it is looked at. */
final class Cpu {
    private final ProcessHandle process;
    private Duration before = Duration.ZERO;
    private Duration spent = Duration.ZERO;

    Cpu(ProcessHandle process) {
        this.process = process;
    }

    void start() {
        before = total();
    }

    void stop() {
        spent = spent.plus(total().minus(before));
    }

    Duration spent() {
        return spent;
    }

    /** The process comes last, since it inherits from those that end. */
    private Duration total() {
        return Stream.concat(process.descendants(), Stream.of(process))
                .map(ProcessStatus::cpuTime)
                .reduce(Duration.ZERO, Duration::plus);
    }
}
