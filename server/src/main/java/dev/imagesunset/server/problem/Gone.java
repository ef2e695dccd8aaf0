package dev.imagesunset.server.problem;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A request is refused because its operation is gone, for good or for a while. */
public final class Gone extends Refusal {
    private final String successor;
    private final @Nullable Duration rest;

    private Gone(ProblemCode code, String detail, String successor, @Nullable Duration rest) {
        super(code, detail);
        this.successor = successor;
        this.rest = rest;
    }

    /** The operation has ended; its successor is an operation as its method and path. */
    public static Gone forGood(String detail, String successor) {
        return new Gone(ProblemCode.OPERATION_GONE, detail, successor, null);
    }

    /** The operation comes back after a while, for the last time perhaps. */
    public static Gone forNow(String detail, String successor, Duration rest) {
        return new Gone(ProblemCode.BROWNOUT, detail, successor, rest);
    }

    String successor() {
        return successor;
    }

    @Nullable Duration rest() {
        return rest;
    }
}
