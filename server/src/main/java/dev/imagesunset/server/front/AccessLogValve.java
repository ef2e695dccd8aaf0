package dev.imagesunset.server.front;

import dev.imagesunset.server.access.Caller;
import dev.imagesunset.server.calls.DeleteMeter;
import dev.imagesunset.server.problem.ProblemCode;
import dev.imagesunset.server.problem.Problems;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Writes one line per request: what was asked, what became of it, for which project, and how long it took. Neither
 * tokens nor queries are in it, and no characters that are not printable ASCII.
 */
@Component
@Order(-1)
class AccessLogValve extends ValveBase {
    private static final Logger log = LoggerFactory.getLogger("access");
    private static final int LONGEST = 200;

    private final DeleteMeter deletes;

    AccessLogValve(DeleteMeter deletes) {
        super(true);
        this.deletes = deletes;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        long start = System.nanoTime();
        try {
            getNext().invoke(request, response);
        } finally {
            tell(request, response, Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private void tell(Request request, Response response, Duration duration) {
        String method = printable(request.getMethod());
        String path = printable(request.getRequestURI());
        String outcome = Problems.sentTo(request).map(ProblemCode::word).orElse("ok");
        String project = Caller.of(request)
                .map(Caller::project)
                .map(AccessLogValve::printable)
                .orElse("-");
        double milliseconds = Math.round(duration.toNanos() / 1e5) / 10.0;
        deletes.record(method, Objects.requireNonNullElse(request.getDecodedRequestURI(), path), outcome, duration);
        log.atInfo()
                .addKeyValue("method", method)
                .addKeyValue("path", path)
                .addKeyValue("status", response.getStatus())
                .addKeyValue("outcome", outcome)
                .addKeyValue("project", project)
                .addKeyValue("duration_ms", milliseconds)
                .log(
                        "{} {} {} {} project={} {} ms",
                        method,
                        path,
                        response.getStatus(),
                        outcome,
                        project,
                        milliseconds);
    }

    private static String printable(@Nullable String text) {
        if (text == null) {
            return "-";
        }
        if (text.length() <= LONGEST && text.chars().allMatch(AccessLogValve::isPrintable)) {
            return text;
        }
        String ascii = text.replaceAll("[^!-~]", "?");
        return ascii.length() > LONGEST ? ascii.substring(0, LONGEST) + "..." : ascii;
    }

    private static boolean isPrintable(int character) {
        return character >= '!' && character <= '~';
    }
}
