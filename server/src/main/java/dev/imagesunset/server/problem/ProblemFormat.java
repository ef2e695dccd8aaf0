package dev.imagesunset.server.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;

/**
 * The format in which a client understands a refusal. Some clients cannot read problem documents, and would show
 * nothing or an error of their own.
 */
enum ProblemFormat {
    /** Fails on every JSON document whose members are not objects. */
    GLANCECLIENT("python-glanceclient"),

    /**
     * Reads {@code code} and {@code message} from {@code application/json}, but from no other JSON type, and
     * X-Request-Id.
     */
    HUAWEI("huaweicloud-usdk-java"),

    /** Looks for {@code error_message}. */
    OPENSTACK4J("OpenStack4j"),

    /** The format of all other clients. */
    PROBLEM("");

    private final String agent;

    ProblemFormat(String agent) {
        this.agent = agent;
    }

    static ProblemFormat of(HttpServletRequest request) {
        String agent = Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), "");
        return Stream.of(values())
                .filter(format -> agent.startsWith(format.agent))
                .findFirst()
                .orElse(PROBLEM);
    }
}
