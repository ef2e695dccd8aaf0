package dev.imagesunset.server.front;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.imagesunset.server.contract.Contract;
import dev.imagesunset.server.request.Caller;
import dev.imagesunset.server.request.Exchange;
import dev.imagesunset.server.request.Role;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;
import org.springframework.mock.web.MockHttpServletRequest;

/** A line for each exchange that has ended; no server is needed to write it. */
class AccessLogTest {
    private static final Contract CONTRACT = new Contract();
    private static final String PATH = "/v1.1/images/bd466722-b960-47e4-991a-2c13d07ee61b";

    private final Logger log = (Logger) LoggerFactory.getLogger(AccessLog.NAME);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final MockHttpServletRequest request = new MockHttpServletRequest("DELETE", PATH);

    @BeforeEach
    void listen() {
        request.setRemoteAddr("192.0.2.7");
        request.addHeader("X-Auth-Token", "a-secret");
        lines.start();
        log.addAppender(lines);
    }

    @AfterEach
    void leave() {
        log.detachAppender(lines);
    }

    @Test
    void tellsWhoAskedForWhatAndWhatBecameOfIt() {
        Exchange exchange = Exchange.begin(request, PATH, "", CONTRACT);
        exchange.identify(new Caller("mia", "demo", Set.of(Role.MEMBER), null));
        assertThat(lineOf(exchange, 204))
                .startsWith("DELETE " + PATH + " 204 ok project=demo user=mia from=192.0.2.7 ")
                .endsWith(" ms");
        assertThat(lines.list.get(0).getKeyValuePairs())
                .extracting((KeyValuePair pair) -> pair.key)
                .containsExactly("method", "path", "status", "outcome", "project", "user", "from", "duration_ms");
    }

    @Test
    void tellsOfACallerThatNobodyKnowsByAHyphen() {
        Exchange exchange = Exchange.begin(request, PATH, "", CONTRACT);
        exchange.refuse("token-invalid");
        assertThat(lineOf(exchange, 401)).startsWith("DELETE " + PATH + " 401 token-invalid project=- user=- from=");
    }

    @Test
    void isOneLineWhateverIsSent() {
        request.setRequestURI("/v1.1/images/x\r\n2026-01-01 DELETE / 204");
        request.setMethod("DEL\nETE");
        Exchange exchange = Exchange.begin(request, PATH, "", CONTRACT);
        exchange.identify(new Caller("m\u0000ia", "de mo", Set.of(), null));
        assertThat(lineOf(exchange, 404))
                .startsWith("DEL?ETE /v1.1/images/x??2026-01-01?DELETE?/?204 404 ok project=de?mo user=m?ia ");
    }

    private String lineOf(Exchange exchange, int status) {
        exchange.end(status);
        new AccessLog().ended(exchange);
        assertThat(lines.list)
                .singleElement()
                .extracting(ILoggingEvent::getFormattedMessage)
                .asString()
                .doesNotContain("a-secret");
        return lines.list.get(0).getFormattedMessage();
    }
}
