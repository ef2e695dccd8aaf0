package dev.imagesunset.server.sunset;

import dev.imagesunset.server.problem.Problems;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Tells on every answer of an API version that ends, refusals by Tomcat included, since when it is deprecated, until
 * when it works and what to call instead; and once the sunset has come, answers nothing else, whoever asks.
 */
@Component
@Order(0)
class DeprecationValve extends ValveBase {
    private final List<Notice> notices;
    private final Brownouts brownouts;
    private final Problems problems;
    private final InstantSource clock;

    DeprecationValve(Deprecations deprecations, Brownouts brownouts, Problems problems, InstantSource clock) {
        super(true);
        this.notices = deprecations.all().stream().map(Notice::new).toList();
        this.brownouts = brownouts;
        this.problems = problems;
        this.clock = clock;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        String path = path(request);
        Optional<Notice> notice = path == null ? Optional.empty() : covering(path);
        if (path != null && notice.isPresent()) {
            notice.get().tell(path, response);
            if (notice.get().isPast(clock.instant())) {
                // Tomcat may have refused the request already, and closed the response.
                response.setSuspended(false);
                problems.send(notice.get().gone(), request, response);
                return;
            }
            brownouts
                    .announced()
                    .filter(Brownout::isForAll)
                    .ifPresent(next -> response.setHeader(BrownoutRule.HEADER, next.header()));
        }
        getNext().invoke(request, response);
    }

    private Optional<Notice> covering(String path) {
        return notices.stream().filter(notice -> notice.covers(path)).findFirst();
    }

    private static @Nullable String path(Request request) {
        String decoded = request.getDecodedRequestURI();
        return decoded == null ? request.getRequestURI() : decoded;
    }
}
