package dev.imagesunset.server.sunset;

import dev.imagesunset.server.problem.Refusal;
import dev.imagesunset.server.request.Exchange;
import dev.imagesunset.server.upstream.UpstreamProperties;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Tells on every answer of an API version that ends, refusals by Tomcat included, since when it is deprecated, until
 * when it works and what to call instead.
 */
@Component
public class Notices {
    private final Map<String, Notice> byVersion;
    private final Brownouts brownouts;
    private final InstantSource clock;

    Notices(Deprecations deprecations, Brownouts brownouts, UpstreamProperties upstream, InstantSource clock) {
        this.byVersion = deprecations.all().stream()
                .collect(Collectors.toMap(
                        Deprecation::version,
                        deprecation -> new Notice(deprecation, upstream.nativeApi()),
                        (one, two) -> one));
        this.brownouts = brownouts;
        this.clock = clock;
    }

    /** Tells it; once the sunset has come, returns what alone is answered then, whoever asks. */
    public Optional<Refusal> tell(Exchange exchange, HttpServletResponse response) {
        Optional<Notice> notice = exchange.version().map(byVersion::get);
        if (notice.isEmpty()) {
            return Optional.empty();
        }
        notice.get().tell(exchange, response);
        if (notice.get().isPast(clock.instant())) {
            return Optional.of(notice.get().gone());
        }
        brownouts
                .announced(Brownout::isForAll)
                .ifPresent(next -> response.setHeader(BrownoutRule.HEADER, next.header()));
        return Optional.empty();
    }
}
