package dev.imagesunset.server.front;

import dev.imagesunset.server.request.Caller;
import dev.imagesunset.server.request.Exchange;
import dev.imagesunset.server.request.ExchangeListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes one line per request: what was asked, what became of it, for which project, and how long it took. Neither
 * tokens nor queries are in it, and no characters that are not printable ASCII.
 */
@Component
class AccessLog implements ExchangeListener {
    private static final Logger log = LoggerFactory.getLogger("access");
    private static final int LONGEST = 200;

    @Override
    public void ended(Exchange exchange) {
        String method = printable(exchange.method());
        String path = printable(exchange.sentPath());
        String project = printable(exchange.knownCaller().map(Caller::project).orElse(null));
        double milliseconds = Math.round(exchange.duration().toNanos() / 1e5) / 10.0;
        log.atInfo()
                .addKeyValue("method", method)
                .addKeyValue("path", path)
                .addKeyValue("status", exchange.status())
                .addKeyValue("outcome", exchange.outcome())
                .addKeyValue("project", project)
                .addKeyValue("duration_ms", milliseconds)
                .log(
                        "{} {} {} {} project={} {} ms",
                        method,
                        path,
                        exchange.status(),
                        exchange.outcome(),
                        project,
                        milliseconds);
    }

    private static String printable(@Nullable String text) {
        if (text == null) {
            return "-";
        }
        if (text.length() <= LONGEST && text.chars().allMatch(AccessLog::isPrintable)) {
            return text;
        }
        String ascii = text.replaceAll("[^!-~]", "?");
        return ascii.length() > LONGEST ? ascii.substring(0, LONGEST) + "..." : ascii;
    }

    private static boolean isPrintable(int character) {
        return character >= '!' && character <= '~';
    }
}
