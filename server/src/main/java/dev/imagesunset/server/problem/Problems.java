package dev.imagesunset.server.problem;

import dev.imagesunset.server.contract.Contract;
import dev.imagesunset.server.generated.Problem;
import dev.imagesunset.server.request.Exchange;
import dev.imagesunset.server.request.RequestId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Answers with problem documents (RFC 9457). */
@Component
public class Problems {
    private static final int RETRY_AFTER_SECONDS = 2;
    /**
     * The most seconds to add at random, so that callers refused at the same time do not all return at the same time.
     */
    private static final int SPREAD_SECONDS = 3;

    private static final String CHALLENGE = "Keystone";
    private static final String PAGE = "text/html;charset=UTF-8";
    /** For pages that never reach Spring's filters, which have such a policy for all others. */
    private static final String PAGE_POLICY = "default-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    private static final String PLAIN_TEXT = "text/plain;charset=UTF-8";

    private final Contract contract;
    private final JsonMapper json;

    Problems(Contract contract, JsonMapper json) {
        this.contract = contract;
        this.json = json;
    }

    /** The refusal to answer in place of a bare status from Tomcat. */
    public Refusal of(int status) {
        return FailureTranslation.of(status);
    }

    /** Answers a request with the problem document of a refusal. */
    public void send(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpStatus status = refusal.code().status();
        Exchange exchange = Exchange.of(request);
        exchange.refuse(refusal.outcome());
        response.setStatus(status.value());
        if (status == HttpStatus.METHOD_NOT_ALLOWED) {
            allow(contract.methods(exchange.path()), response);
        }
        if (status == HttpStatus.UNAUTHORIZED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
        }
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, retryAfter());
        }
        Problem problem = problem(refusal, exchange.id());
        refusal.complete(problem, response);
        write(problem, request, response);
    }

    private static void allow(Set<String> methods, HttpServletResponse response) {
        if (!methods.isEmpty()) {
            response.setHeader(HttpHeaders.ALLOW, String.join(", ", methods));
        }
    }

    private static String retryAfter() {
        return Integer.toString(
                RETRY_AFTER_SECONDS + ThreadLocalRandom.current().nextInt(SPREAD_SECONDS + 1));
    }

    private void write(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        MediaType wanted = ProblemType.of(request);
        if (wanted.equals(MediaType.TEXT_HTML)) {
            writePage(problem, request, response);
            return;
        }
        String type = wanted.toString();
        switch (ProblemFormat.of(request)) {
            case GLANCECLIENT -> write(text(problem), PLAIN_TEXT, response);
            case HUAWEI -> {
                response.setHeader("X-Request-Id", problem.getRequestId());
                write(with("message", problem), MediaType.APPLICATION_JSON_VALUE, response);
            }
            case OPENSTACK4J -> write(with("error_message", problem), type, response);
            case PROBLEM -> write(json.writeValueAsBytes(problem), type, response);
        }
    }

    private static void writePage(Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader("Content-Security-Policy", PAGE_POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        write(ProblemPage.of(problem, Exchange.of(request)), PAGE, response);
    }

    /** The document, with its detail repeated under another name. */
    private byte[] with(String name, Problem problem) {
        ObjectNode document = json.valueToTree(problem);
        return json.writeValueAsBytes(document.put(name, problem.getDetail()));
    }

    private static void write(byte[] body, String type, HttpServletResponse response) throws IOException {
        response.setContentType(type);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static byte[] text(Problem problem) {
        return "%s (%s, %s)"
                .formatted(problem.getDetail(), problem.getCode(), problem.getRequestId())
                .getBytes(StandardCharsets.UTF_8);
    }

    private Problem problem(Refusal refusal, RequestId id) {
        HttpStatus status = refusal.code().status();
        String title = contract.sentence(status.value()).orElse(status.getReasonPhrase());
        return new Problem(
                title, status.value(), refusal.detail(), refusal.code().word(), id.value());
    }
}
