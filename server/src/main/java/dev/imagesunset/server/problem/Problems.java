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
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Answers with problem documents (RFC 9457). */
@Component
public class Problems {
    private static final String RETRY_AFTER_SECONDS = "2";
    private static final String CHALLENGE = "Keystone";
    private static final String PLAIN_TEXT = "text/plain;charset=UTF-8";

    private final Contract contract;
    private final JsonMapper json;

    Problems(Contract contract, JsonMapper json) {
        this.contract = contract;
        this.json = json;
    }

    /** What is answered instead of a bare status of Tomcat's. */
    public Refusal of(int status) {
        return FailureTranslation.of(status);
    }

    /** Answers a request with the problem document of a reason. */
    public void send(ProblemCode code, HttpServletRequest request, HttpServletResponse response) throws IOException {
        send(new Refusal(code), request, response);
    }

    /** Answers a request with the problem document of a refusal. */
    public void send(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpStatus status = refusal.code().status();
        Exchange exchange = Exchange.of(request);
        exchange.refuse(refusal.outcome());
        response.setStatus(status.value());
        Set<String> methods = contract.methods(exchange.path());
        if (status == HttpStatus.METHOD_NOT_ALLOWED && !methods.isEmpty()) {
            response.setHeader(HttpHeaders.ALLOW, String.join(", ", methods));
        }
        if (status == HttpStatus.UNAUTHORIZED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
        }
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        Problem problem = problem(refusal, exchange.id());
        refusal.complete(problem, response);
        write(problem, request, response);
    }

    private void write(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        ObjectNode document = json.valueToTree(problem);
        String type = ProblemType.of(request).toString();
        switch (ProblemFormat.of(request)) {
            case GLANCECLIENT -> write(text(problem), PLAIN_TEXT, response);
            case HUAWEI -> {
                response.setHeader("X-Request-Id", problem.getRequestId());
                write(document.put("message", problem.getDetail()), MediaType.APPLICATION_JSON_VALUE, response);
            }
            case OPENSTACK4J -> write(document.put("error_message", problem.getDetail()), type, response);
            case PROBLEM -> write(document, type, response);
        }
    }

    private void write(ObjectNode document, String type, HttpServletResponse response) throws IOException {
        write(json.writeValueAsBytes(document), type, response);
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
