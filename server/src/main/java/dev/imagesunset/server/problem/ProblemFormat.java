package dev.imagesunset.server.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;

/** How a client understands a refusal. Some cannot read problem documents, and would show nothing or an error of theirs. */
enum ProblemFormat {
    /** Fails over every JSON document whose members are no objects. */
    GLANCECLIENT("python-glanceclient"),

    /** Reads {@code application/json} and no other JSON, there {@code code} and {@code message}, and X-Request-Id. */
    HUAWEI("huaweicloud-usdk-java"),

    /** Looks for {@code error_message}. */
    OPENSTACK4J("OpenStack4j"),

    /** Everyone else's. */
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
