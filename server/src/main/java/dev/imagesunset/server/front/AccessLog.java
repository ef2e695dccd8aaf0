package dev.imagesunset.server.front;

import dev.imagesunset.server.request.Caller;
import dev.imagesunset.server.request.Exchange;
import dev.imagesunset.server.request.ExchangeListener;
import dev.imagesunset.server.request.Printable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes one line per request: what was asked, the result, who called, from which address, and how long it took. It
 * contains neither tokens nor queries, and only printable ASCII.
 */
@Component
class AccessLog implements ExchangeListener {
    static final String NAME = "access";

    private static final Logger log = LoggerFactory.getLogger(NAME);

    @Override
    public void ended(Exchange exchange) {
        String method = Printable.of(exchange.method());
        String path = Printable.of(exchange.sentPath());
        String project =
                Printable.of(exchange.knownCaller().map(Caller::project).orElse(null));
        String user = Printable.of(exchange.knownCaller().map(Caller::user).orElse(null));
        String from = Printable.of(exchange.from());
        double milliseconds = Math.round(exchange.duration().toNanos() / 1e5) / 10.0;
        log.atInfo()
                .addKeyValue("method", method)
                .addKeyValue("path", path)
                .addKeyValue("status", exchange.status())
                .addKeyValue("outcome", exchange.outcome())
                .addKeyValue("project", project)
                .addKeyValue("user", user)
                .addKeyValue("from", from)
                .addKeyValue("duration_ms", milliseconds)
                .log(
                        "{} {} {} {} project={} user={} from={} {} ms",
                        method,
                        path,
                        exchange.status(),
                        exchange.outcome(),
                        project,
                        user,
                        from,
                        milliseconds);
    }
}
