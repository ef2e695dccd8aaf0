package dev.imagesunset.server.access;

import dev.imagesunset.server.contract.Operation;
import dev.imagesunset.server.problem.ProblemCode;
import dev.imagesunset.server.problem.Problems;
import dev.imagesunset.server.problem.Refusal;
import dev.imagesunset.server.request.Caller;
import dev.imagesunset.server.request.Exchange;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Admits callers to operations as the contract demands: with a token, and with the admin role where it says so. */
final class Gate implements Filter {
    private final TokenAuthority tokens;
    private final Problems problems;

    Gate(TokenAuthority tokens, Problems problems) {
        this.tokens = tokens;
        this.problems = problems;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain next)
            throws IOException, ServletException {
        try {
            admit((HttpServletRequest) request);
        } catch (Refusal refusal) {
            problems.send(refusal, (HttpServletRequest) request, (HttpServletResponse) response);
            return;
        }
        next.doFilter(request, response);
    }

    private void admit(HttpServletRequest request) {
        Exchange exchange = Exchange.of(request);
        Caller caller = caller(TokenHeader.of(request));
        exchange.identify(caller);
        if (exchange.operation().filter(Operation::isForOperators).isPresent() && !caller.isAdmin()) {
            throw new Refusal(ProblemCode.ADMIN_ONLY);
        }
    }

    private Caller caller(String token) {
        try {
            return tokens.callerOf(token);
        } catch (IdentityUnavailable e) {
            throw new Refusal(ProblemCode.IDENTITY_UNAVAILABLE);
        }
    }
}
