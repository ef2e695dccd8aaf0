package dev.imagesunset.server.problem;

import dev.imagesunset.server.generated.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;

/** Thrown to refuse a request for a reason that its caller can understand and act on. */
public class Refusal extends RuntimeException {
    private final ProblemCode code;
    private final String detail;

    /** Refuses a request, with the code's own explanation. */
    public Refusal(ProblemCode code) {
        this(code, code.detail());
    }

    /**
     * Refuses a request.
     *
     * @param detail what was wrong and what to do, for people to read
     */
    public Refusal(ProblemCode code, String detail) {
        super(code.word(), null, false, false);
        this.code = code;
        this.detail = detail;
    }

    /** Refuses a query parameter; the words continue the sentence after its name, up to the full stop. */
    public static Refusal ofParameter(String name, String words) {
        return new Refusal(ProblemCode.PARAMETER_INVALID, "The parameter " + shown(name, 40) + " " + words + ".");
    }

    /** The beginning of what a caller sent, to quote in a refusal; half of a surrogate pair becomes a question mark. */
    public static String shown(String sent, int characters) {
        boolean isLong = sent.codePointCount(0, sent.length()) > characters;
        String start = isLong ? sent.substring(0, sent.offsetByCodePoints(0, characters)) + "..." : sent;
        return new String(start.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /** The reason. */
    public ProblemCode code() {
        return code;
    }

    /** The outcome that it is counted as. */
    public String outcome() {
        return code.word();
    }

    /** What was wrong and what to do, for people to read. */
    public String detail() {
        return detail;
    }

    /** Adds what a kind of refusal has to say beyond the code to the problem document and the answer's headers. */
    protected void complete(Problem problem, HttpServletResponse response) {}
}
