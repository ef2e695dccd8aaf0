package dev.imagesunset.server.access;

import dev.imagesunset.server.problem.ProblemCode;
import dev.imagesunset.server.problem.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Enumeration;

/** The request header in which OpenStack callers send their token. */
public final class TokenHeader {
    public static final String NAME = "X-Auth-Token";

    private TokenHeader() {}

    /**
     * The token of a request.
     *
     * @throws Refusal if there is none, or more than one, since the second may be from somebody else
     */
    static String of(HttpServletRequest request) {
        Enumeration<String> tokens = request.getHeaders(NAME);
        String token = tokens.hasMoreElements() ? tokens.nextElement() : "";
        if (tokens.hasMoreElements()) {
            throw new Refusal(ProblemCode.TOKEN_AMBIGUOUS);
        }
        if (token.isBlank()) {
            throw new Refusal(ProblemCode.TOKEN_MISSING);
        }
        return token;
    }
}
