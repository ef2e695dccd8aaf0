package dev.imagesunset.server.problem;

import dev.imagesunset.server.generated.Problem;
import jakarta.servlet.http.HttpServletResponse;

/** A request is refused for a reason that its caller can understand and act on. */
public class Refusal extends RuntimeException {
    private final ProblemCode code;
    private final String detail;

    /** Refuses a request, with the words that go with the reason. */
    public Refusal(ProblemCode code) {
        this(code, code.detail());
    }

    /**
     * Refuses a request.
     *
     * @param detail what was wrong and what to do, in words for people
     */
    public Refusal(ProblemCode code, String detail) {
        super(code.word(), null, false, false);
        this.code = code;
        this.detail = detail;
    }

    /** Refuses a parameter of a query; the words go on after its name and up to the full stop. */
    public static Refusal ofParameter(String name, String words) {
        String shown = name.length() > 40 ? name.substring(0, 40) + "..." : name;
        return new Refusal(ProblemCode.PARAMETER_INVALID, "The parameter " + shown + " " + words + ".");
    }

    /** The reason. */
    public ProblemCode code() {
        return code;
    }

    /** What was wrong and what to do, in words for people. */
    public String detail() {
        return detail;
    }

    /** Adds to the problem document, and to the answer's headers, what a kind of refusal has to tell besides. */
    protected void complete(Problem problem, HttpServletResponse response) {}
}
