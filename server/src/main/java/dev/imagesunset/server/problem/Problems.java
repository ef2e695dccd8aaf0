package dev.imagesunset.server.problem;

import dev.imagesunset.server.contract.Contract;
import dev.imagesunset.server.generated.Problem;
import dev.imagesunset.server.requestid.RequestId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Answers with problem documents (RFC 9457). */
@Component
public class Problems {
    private static final String RETRY_AFTER_SECONDS = "2";
    private static final String CHALLENGE = "Keystone";
    private static final String SENT = ProblemCode.class.getName();

    private final Contract contract;
    private final JsonMapper json;

    Problems(Contract contract, JsonMapper json) {
        this.contract = contract;
        this.json = json;
    }

    /** The reason that a request was refused or failed for, if it was. */
    public static Optional<ProblemCode> sentTo(HttpServletRequest request) {
        return Optional.ofNullable((ProblemCode) request.getAttribute(SENT));
    }

    /** Answers a request with the problem document of a reason. */
    public void send(ProblemCode code, HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setAttribute(SENT, code);
        response.setStatus(code.status().value());
        if (code.status() == HttpStatus.UNAUTHORIZED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
        }
        if (code.status() == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        byte[] body = json.writeValueAsBytes(problem(code, RequestId.of(request)));
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private Problem problem(ProblemCode code, RequestId id) {
        HttpStatus status = code.status();
        String title = contract.sentence(status.value()).orElse(status.getReasonPhrase());
        return new Problem(title, status.value(), code.detail(), code.word(), id.value());
    }
}
