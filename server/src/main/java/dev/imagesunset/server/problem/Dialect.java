package dev.imagesunset.server.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;

/** How a client understands a refusal. Some cannot read problem documents, and would show nothing or an error of theirs. */
enum Dialect {
    /** Fails over every JSON document whose members are no objects. */
    GLANCECLIENT("python-glanceclient"),

    /** Reads {@code application/json} and no other JSON, there {@code code} and {@code message}, and X-Request-Id. */
    HUAWEI("huaweicloud-usdk-java"),

    /** Looks for {@code error_message}. */
    OPENSTACK4J("OpenStack4j"),

    /** Everyone else's. */
    PROBLEM("");

    private final String agent;

    Dialect(String agent) {
        this.agent = agent;
    }

    static Dialect of(HttpServletRequest request) {
        String agent = Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), "");
        return Stream.of(values())
                .filter(dialect -> agent.startsWith(dialect.agent))
                .findFirst()
                .orElse(PROBLEM);
    }
}
