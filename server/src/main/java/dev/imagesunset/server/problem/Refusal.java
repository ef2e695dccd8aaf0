package dev.imagesunset.server.problem;

/** A request is refused for a reason that its caller can understand and act on. */
public class Refusal extends RuntimeException {
    private final ProblemCode code;

    /** Refuses a request. */
    public Refusal(ProblemCode code) {
        super(code.word(), null, false, false);
        this.code = code;
    }

    /** The reason. */
    public ProblemCode code() {
        return code;
    }
}
