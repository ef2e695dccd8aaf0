package dev.imagesunset.server.problem;

import dev.imagesunset.server.generated.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;

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
        return new Refusal(ProblemCode.PARAMETER_INVALID, "The parameter " + shown(name, 40) + " " + words + ".");
    }

    /** The beginning of what somebody sent, to be shown in the words of a refusal; half of a surrogate pair is a question mark. */
    public static String shown(String sent, int characters) {
        boolean isLong = sent.codePointCount(0, sent.length()) > characters;
        String start = isLong ? sent.substring(0, sent.offsetByCodePoints(0, characters)) + "..." : sent;
        return new String(start.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /** The reason. */
    public ProblemCode code() {
        return code;
    }

    /** As what it is counted. */
    public String outcome() {
        return code.word();
    }

    /** What was wrong and what to do, in words for people. */
    public String detail() {
        return detail;
    }

    /** Adds to the problem document, and to the answer's headers, what a kind of refusal has to tell besides. */
    protected void complete(Problem problem, HttpServletResponse response) {}
}
